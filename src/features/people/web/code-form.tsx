import { type FormEvent, useEffect, useRef, useState } from "react";
import { m } from "#messages/web";
import { Problem } from "#web/problem.ts";
import { problemText } from "#web/problem-text.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useDeed } from "#web/view.ts";
import type { enterCode } from "../people.contract.ts";
import { CodeClock } from "./code-clock.tsx";
import { useEnter } from "./enter.ts";
import type { Asked } from "./sign-in-page.tsx";
import { useAskCode } from "./use-ask-code.ts";
import { wantedPage } from "./wanted-page.ts";

const DIGITS = 6;

type CodeFormProps = {
  asked: Asked;
  email: string;
  onAsked: (asked: Asked) => void;
  onBack: () => void;
};

/** Step two: the six digits, in the browser that asked for them. */
export function CodeForm({ asked, email, onAsked, onBack }: CodeFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState("");
  const [short, setShort] = useState(false);
  const enter = useEnter();
  const entry = useDeed<typeof enterCode>({
    method: "POST",
    path: "/api/sign-in/sessions",
    onDone: (answer) => enter(answer, wantedPage()),
  });
  const again = useAskCode((next) => {
    setCode("");
    entry.forget();
    onAsked(next);
    field.current?.focus();
  });
  const wrongCode = isAboutCode(entry.problem) ? problemText(entry.problem) : undefined;
  // The field is where the answer to every refusal is written, and where the code comes first.
  useEffect(() => {
    if (wrongCode !== undefined || short) field.current?.select();
    else field.current?.focus();
  }, [wrongCode, short]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const digits = code.replace(/\D/g, "");
    setShort(digits.length !== DIGITS);
    if (digits.length === DIGITS) entry.run({ body: { code: digits } });
  };
  return (
    <form className="stack-6" noValidate onSubmit={send}>
      <p>{m.people_code_sent({ address: asked.sentTo })}</p>
      <TextField
        ref={field}
        code
        label={m.people_code()}
        hint={<CodeClock until={asked.until} />}
        error={short ? m.people_code_short() : wrongCode}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <div className="stack-3">
        {wrongCode === undefined && <ProblemNote error={entry.problem} />}
        <ProblemNote error={again.problem} />
        <Button type="submit" kind="primary" block busy={entry.busy}>
          {m.people_code_enter()}
        </Button>
        <Button kind="second" block busy={again.busy} onClick={() => again.run(email)}>
          {m.people_code_again()}
        </Button>
        <Button kind="quiet" block onClick={onBack}>
          {m.people_code_back()}
        </Button>
      </div>
    </form>
  );
}

function isAboutCode(error: Error | null): boolean {
  return error instanceof Problem && error.code.startsWith("code_");
}
