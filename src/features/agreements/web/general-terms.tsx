import { m } from "#messages/web";
import type { PaperSection } from "#shared/paper.ts";
import { Link } from "#web/ui/link.tsx";
import { Section } from "#web/ui/section.tsx";
import type { AgreementView } from "./agreement-view.ts";
import { PaperBlocks } from "./paper-shown.tsx";

/** What the framework agreement settles, and where it is read before this is signed. */
export function GeneralTerms({ view, section }: { view: AgreementView; section: PaperSection }) {
  return (
    <Section title={section.heading}>
      <div className="stack">
        <PaperBlocks blocks={section.blocks} />
        <GeneralTermsLink view={view} />
      </div>
    </Section>
  );
}

export function GeneralTermsLink({ view: { refersTo } }: { view: AgreementView }) {
  if (refersTo === null) return null;
  return (
    <p>
      <Link className="link48" href={`/agreements/${refersTo.id}`}>
        {m.agreement_general_terms({ number: refersTo.number })}
      </Link>
    </p>
  );
}
