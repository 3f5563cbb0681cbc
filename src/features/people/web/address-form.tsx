import { type FormEvent, useRef, useState } from "react";
import { m } from "#messages/web";
import { Problem } from "#web/problem.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { Asked } from "./sign-in-page.tsx";
import { useAskCode } from "./use-ask-code.ts";

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

type AddressFormProps = {
  email: string;
  onEmail: (email: string) => void;
  onAsked: (asked: Asked) => void;
};

/** Step one: the address. The answer is the same whether or not we know it. */
export function AddressForm({ email, onEmail, onAsked }: AddressFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const ask = useAskCode(onAsked);
  const isMalformed = ask.problem instanceof Problem && ask.problem.code === "malformed";
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isAddress = ADDRESS.test(email.trim());
    setWrong(!isAddress);
    if (isAddress) ask.run(email);
    else field.current?.focus();
  };
  return (
    <form className="stack-3" noValidate onSubmit={send}>
      <TextField
        ref={field}
        // Coming back from the code: the address is what one came to mend.
        autoFocus={email !== ""}
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        label={m.people_email()}
        hint={m.people_email_hint()}
        error={wrong || isMalformed ? m.people_email_wrong() : undefined}
        value={email}
        onChange={(event) => onEmail(event.target.value)}
      />
      {!isMalformed && <ProblemNote error={ask.problem} />}
      <Button type="submit" kind="primary" block busy={ask.busy}>
        {m.people_send_code()}
      </Button>
    </form>
  );
}
