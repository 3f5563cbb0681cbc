import type { Tx } from "#server/database/database.ts";
import type { Language } from "#shared/language.ts";
import type { PaperSection } from "#shared/paper.ts";
import type { AgreementFacts } from "../agreement-facts.ts";
import type { AgreementText } from "../evidence.ts";
import type { FrameworkFacts } from "../framework-agreement.ts";
import { type AgreementRow, findText } from "./agreement.queries.ts";

export type ChangedSection = {
  readonly id: string;
  readonly heading: string;
  readonly before: PaperSection | null;
  readonly after: PaperSection | null;
};

/** What the text in force says otherwise than the one somebody read: whole sections, in the reader's language. */
export async function differenceFrom(
  tx: Tx,
  agreement: AgreementRow,
  seenHash: string,
  language: Language,
) {
  const read = await tx
    .selectFrom("agreement_text")
    .select("revision")
    .where("provider_id", "=", agreement.provider_id)
    .where("agreement_id", "=", agreement.id)
    .where("text_hash", "=", seenHash)
    .executeTakeFirst();
  const before = read && (await findText(tx, agreement, read.revision));
  const after = await findText(tx, agreement, agreement.revision);
  return {
    textHash: agreement.text_hash,
    sections:
      before === undefined || after === undefined
        ? []
        : changedSections(textOf(before.text), textOf(after.text), language),
  };
}

/** What agreement_text.text holds: only this server has written it. */
export function textOf(stored: unknown): AgreementText {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written as AgreementText by saveText
  return stored as AgreementText;
}

/** What was frozen when an agreement of any kind was sent. */
export function anyFactsOf({ facts }: Pick<AgreementText, "facts">) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- frozen by send-agreement, amend-agreement or send-framework
  return facts as AgreementFacts | FrameworkFacts;
}

/** What send-framework froze. */
export function frameworkFactsOf({ facts }: Pick<AgreementText, "facts">): FrameworkFacts {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- frozen as FrameworkFacts by send-framework
  return facts as FrameworkFacts;
}

/** What send-agreement froze; the text keeps it beside the papers. */
export function factsOf({ facts }: Pick<AgreementText, "facts">): AgreementFacts {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- frozen as AgreementFacts by send-agreement
  return facts as AgreementFacts;
}

export function changedSections(
  before: AgreementText,
  after: AgreementText,
  language: string,
): ChangedSection[] {
  const was = paperOf(before, language).sections;
  const is = paperOf(after, language).sections;
  const ids = [...new Set([...is, ...was].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const left = was.find((one) => one.id === id) ?? null;
    const right = is.find((one) => one.id === id) ?? null;
    if (JSON.stringify(left) === JSON.stringify(right)) return [];
    return [{ id, heading: (right ?? left)?.heading ?? "", before: left, after: right }];
  });
}

function paperOf({ papers }: AgreementText, language: string) {
  return language === "sv" ? papers.sv : language === "en" ? papers.en : papers.fi;
}
