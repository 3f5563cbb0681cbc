import { Signature } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { m } from "#messages/web";
import { Problem } from "#web/problem.ts";
import { problemText } from "#web/problem-text.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { Deed } from "#web/view.ts";
import type { askSigningCode, signAgreement } from "../agreement-deeds.contract.ts";
import { isTextChanged } from "./use-signing.ts";

const DIGITS = 6;

/** Where the code went and how long it works. */
export type AskedCode = { readonly sentTo: string; readonly minutes: number };

type SignFormProps = {
  asked: AskedCode;
  sign: Deed<typeof signAgreement>;
  again: Deed<typeof askSigningCode>;
  /** What the press that signs says. */
  text: string;
  onSign: (code: string) => void;
  onAgain: () => void;
};

/** The six digits of this browser, and the press that signs. */
export function SignForm({ asked, sign, again, text, onSign, onAgain }: SignFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState("");
  const [short, setShort] = useState(false);
  const wrong = isAboutCode(sign.problem) ? problemText(sign.problem) : undefined;
  useEffect(() => {
    if (wrong !== undefined || short) field.current?.select();
    else field.current?.focus();
  }, [wrong, short]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const digits = code.replace(/\D/g, "");
    setShort(digits.length !== DIGITS);
    if (digits.length === DIGITS) onSign(digits);
  };
  return (
    <form className="stack" noValidate onSubmit={send}>
      <p>{m.agreement_code_sent({ address: asked.sentTo, minutes: asked.minutes })}</p>
      <TextField
        ref={field}
        code
        label={m.agreement_code()}
        error={short ? m.people_code_short() : wrong}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      {wrong === undefined && !isTextChanged(sign.problem) && <ProblemNote error={sign.problem} />}
      <ProblemNote error={again.problem} />
      <Button type="submit" kind="primary" size="big" block icon={Signature} busy={sign.busy}>
        {text}
      </Button>
      <Button kind="quiet" block busy={again.busy} onClick={onAgain}>
        {m.agreement_new_code()}
      </Button>
    </form>
  );
}

function isAboutCode(error: Error | null): boolean {
  return error instanceof Problem && error.code.startsWith("code_");
}
