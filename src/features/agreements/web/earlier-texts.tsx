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
import { whenOf } from "./parties-table.tsx";

/** Texts that were put before the parties and corrected: each stays readable. */
export function EarlierTexts({ view }: { view: AgreementView }) {
  const [open, setOpen] = useState<number | null>(null);
  if (view.earlier.length === 0) return null;
  return (
    <Section title={m.agreement_earlier()}>
      <Rows>
        {view.earlier.map(({ revision, textHash, madeAt, by }) => (
          <Row
            key={revision}
            sub={m.agreement_text_by({ at: whenOf(madeAt, view.timeZone), name: by })}
            end={
              <Button
                kind="quiet"
                aria-expanded={open === revision}
                onClick={() => setOpen(open === revision ? null : revision)}
              >
                {open === revision ? m.agreement_close_text() : m.agreement_read_text()}
              </Button>
            }
          >
            {m.agreement_text_named({ revision, hash: shortHash(textHash) })}
          </Row>
        ))}
      </Rows>
      {open !== null && <OldText agreementId={view.id} revision={open} />}
    </Section>
  );
}

function OldText({ agreementId, revision }: { agreementId: string; revision: number }) {
  const { papers } = useView<typeof readAgreementText>({
    path: "/api/agreements/{agreementId}/texts/{revision}",
    params: { agreementId, revision },
  });
  return <PaperUnfolds sections={papers[getLocale()].sections} />;
}
