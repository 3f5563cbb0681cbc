import { FileText } from "lucide-react";
import { m } from "#messages/web";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { Section } from "#web/ui/section.tsx";
import { type AnyAgreementView, shortHash } from "./agreement-view.ts";
import { HappenedList } from "./happened-list.tsx";
import { PartiesTable } from "./parties-table.tsx";

type DeskProps = { view: AnyAgreementView };

export function PaperLink({ view: { id, paper } }: DeskProps) {
  return (
    paper && (
      <ButtonLink icon={FileText} href={`/api/agreements/${id}/paper`} download>
        {m.agreement_open_paper()}
      </ButtonLink>
    )
  );
}

export function WhoSignedWhich({ view }: DeskProps) {
  const { revision, textHash } = view;
  return (
    <Section
      title={m.agreement_who_which()}
      end={m.agreement_text_named({ revision, hash: shortHash(textHash) })}
    >
      <PartiesTable view={view} />
    </Section>
  );
}

export function WhatHappened({ view }: DeskProps) {
  return (
    <Section title={m.agreement_happened()} end={m.agreement_happened_same()}>
      <HappenedList view={view} />
    </Section>
  );
}
