import { type ChangeEvent, type SubmitEvent, useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useDeed } from "#web/view.ts";
import type { bringSeal } from "../seals.contract.ts";

const PATH = "/api/providers/{providerId}/seals";
const LARGEST = 32 * 1024;

/** A key from an authority: the file and its password go to the server once; the password is not kept. */
export function BringForm({ providerId }: { providerId: string }) {
  const [file, setFile] = useState<File | null>(null);
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const bring = useDeed<typeof bringSeal>({
    method: "POST",
    path: `${PATH}/own`,
    changes: [PATH],
    onDone: () => setPassword(""),
  });
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0] ?? null;
    setFile(chosen);
    setFault(chosen !== null && chosen.size > LARGEST ? m.problem_seal_too_large() : null);
    bring.forget();
  };
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (file === null) return setFault(m.seal_file_missing());
    if (file.size > LARGEST) return setFault(m.problem_seal_too_large());
    const body = { file: base64Of(new Uint8Array(await file.arrayBuffer())), password };
    bring.run({ params: { providerId }, body });
  };
  return (
    <Section title={m.seal_bring()}>
      <form className="stack" onSubmit={(event) => void send(event)} noValidate>
        <p className="muted">{m.seal_bring_why()}</p>
        <TextField
          type="file"
          accept=".p12,.pfx,application/x-pkcs12"
          label={m.seal_file()}
          hint={m.seal_file_hint()}
          error={fault}
          onChange={choose}
        />
        <TextField
          type="password"
          autoComplete="off"
          label={m.seal_password()}
          value={password}
          maxLength={200}
          onChange={({ target }) => setPassword(target.value)}
        />
        <Button kind="primary" type="submit" busy={bring.busy}>
          {m.seal_bring_do()}
        </Button>
        <p aria-live="polite">{bring.done && m.seal_done()}</p>
        <ProblemNote error={bring.problem} />
      </form>
    </Section>
  );
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
