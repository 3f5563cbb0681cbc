import { useState } from "react";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { Button } from "#web/ui/button.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useView } from "#web/view.ts";
import type { readAgreementText } from "../agreement.contract.ts";
import { type AgreementView, shortHash } from "./agreement-view.ts";
import { PaperUnfolds } from "./paper-shown.tsx";
import { TextsCompared } from "./texts-compared.tsx";
import { whenOf } from "./when-of.ts";

/** Texts that were put before the parties and corrected: each stays readable, and what the next one changed is shown. */
export function EarlierTexts({ view }: { view: AgreementView }) {
  const [open, setOpen] = useState<Open | null>(null);
  if (view.earlier.length === 0) return null;
  return (
    <Section title={m.agreement_earlier()}>
      <Rows>
        {view.earlier.map(({ revision, textHash, madeAt, by }) => (
          <Row
            key={revision}
            sub={m.agreement_text_by({ at: whenOf(madeAt, view.timeZone), name: by })}
            end={
              <span className="row row-wrap">
                <Toggle
                  wanted={{ revision, what: "changes" }}
                  open={open}
                  onOpen={setOpen}
                  label={m.agreement_compare({ number: revision + 1 })}
                />
                <Toggle
                  wanted={{ revision, what: "text" }}
                  open={open}
                  onOpen={setOpen}
                  label={m.agreement_read_text()}
                />
              </span>
            }
          >
            {m.agreement_text_named({ revision, hash: shortHash(textHash) })}
          </Row>
        ))}
      </Rows>
      {open?.what === "text" && <OldText agreementId={view.id} revision={open.revision} />}
      {open?.what === "changes" && <TextsCompared agreementId={view.id} revision={open.revision} />}
    </Section>
  );
}

type Open = { readonly revision: number; readonly what: "text" | "changes" };
type ToggleProps = {
  wanted: Open;
  open: Open | null;
  onOpen: (open: Open | null) => void;
  label: string;
};

function Toggle({ wanted, open, onOpen, label }: ToggleProps) {
  const isOpen = open?.revision === wanted.revision && open.what === wanted.what;
  return (
    <Button kind="quiet" aria-expanded={isOpen} onClick={() => onOpen(isOpen ? null : wanted)}>
      {isOpen ? m.agreement_close_text() : label}
    </Button>
  );
}

function OldText({ agreementId, revision }: { agreementId: string; revision: number }) {
  const { papers } = useView<typeof readAgreementText>({
    path: "/api/agreements/{agreementId}/texts/{revision}",
    params: { agreementId, revision },
  });
  return <PaperUnfolds sections={papers[getLocale()].sections} />;
}
