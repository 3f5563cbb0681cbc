import { type ChangeEvent, useId, useState } from "react";
import { m } from "#messages/web";
import { Page } from "#web/shell/page.tsx";
import { Note } from "#web/ui/note.tsx";
import { Section } from "#web/ui/section.tsx";
import { LARGEST_PAPER, type PaperVerdict, verifyPaper } from "../verify-paper.ts";
import { ProofAside, SignedPart } from "./verify-proof.tsx";
import { Verdict } from "./verify-verdict.tsx";
import "./agreement-page.css";
import "./verify-page.css";

type Seen =
  | { readonly state: "reading" | "failed" }
  | { readonly state: "seen"; readonly fileName: string; readonly verdict: PaperVerdict };

/** Anyone, without signing in: is a signed PDF whole, and who sealed it. The file never leaves the browser. */
export function VerifyPage() {
  const [seen, setSeen] = useState<Seen | null>(null);
  const look = (file: File) => {
    setSeen({ state: "reading" });
    void verdictOn(file).then(
      (verdict) => setSeen({ state: "seen", fileName: file.name, verdict }),
      () => setSeen({ state: "failed" }),
    );
  };
  const result = seen?.state === "seen" ? seen : null;
  const checked = result?.verdict.verdict === "not_ours" ? null : (result?.verdict ?? null);
  return (
    <Page frame="public">
      <div className="verify">
        <div className="stack-6">
          {result === null ? (
            <>
              <h1>{m.verify_title()}</h1>
              <p>{m.verify_why()}</p>
            </>
          ) : (
            <Verdict {...result} />
          )}
          {checked && <SignedPart checked={checked} />}
        </div>
        <aside className="stack-6">
          {checked && <ProofAside checked={checked} />}
          {seen?.state === "failed" && (
            <Note kind="stop" role="alert">
              {m.verify_cannot()}
            </Note>
          )}
          <FilePart again={result !== null} busy={seen?.state === "reading"} onFile={look} />
        </aside>
      </div>
    </Page>
  );
}

async function verdictOn(file: File): Promise<PaperVerdict> {
  if (file.size > LARGEST_PAPER) return { verdict: "not_ours", reason: "too_large" };
  return verifyPaper(new Uint8Array(await file.arrayBuffer()));
}

type FilePartProps = { again: boolean; busy: boolean; onFile: (file: File) => void };

function FilePart({ again, busy, onFile }: FilePartProps) {
  const id = useId();
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = target.files ?? [];
    if (chosen) onFile(chosen);
    // The same file may be chosen again after another one.
    target.value = "";
  };
  return (
    <Section title={again ? m.verify_another() : m.verify_choose()} className="stack">
      <div className="field verify-drop">
        <label htmlFor={id}>{m.verify_choose()}</label>
        <p id={`${id}-hint`} className="hint">
          {m.verify_stays()}
        </p>
        <input
          id={id}
          className="input"
          type="file"
          accept=".pdf,application/pdf"
          aria-describedby={`${id}-hint`}
          onChange={choose}
        />
      </div>
      <p aria-live="polite">{busy && m.verify_reading()}</p>
      <p className="small muted">
        {m.verify_offline()} <code>kisalli agreement verify</code>
      </p>
    </Section>
  );
}
