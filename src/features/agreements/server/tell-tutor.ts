import { addressFor, findReceiver, type SeenPlacement } from "#features/placements/server/api.ts";
import { m } from "#messages/server";
import type { DeedContext } from "#server/deed.ts";
import type { Language } from "#shared/language.ts";
import type { AgreementText } from "../evidence.ts";
import type { AgreementRow } from "./agreement.queries.ts";
import { factsOf } from "./text-difference.ts";

type News = {
  readonly agreement: AgreementRow;
  readonly placement: SeenPlacement;
  readonly after: SeenPlacement;
  readonly text: AgreementText;
};

/**
 * The tutor does not sign, but the work is theirs: what changed, and a link to the placement. Whoever was asked has
 * a copy of the paper; a tutor who is new gets the link whatever they have signed.
 */
export async function tellTutorOfAmendment(
  context: DeedContext,
  { agreement, placement, after, text }: News,
): Promise<void> {
  const tutorId = after.tutor_id;
  const isNew = tutorId !== placement.tutor_id;
  const wasAsked = agreement.parties.some(({ personId }) => personId === tutorId);
  if (tutorId === null || (wasAsked && !isNew)) return;
  const receiver = await findReceiver(context, tutorId);
  if (receiver === null) return;
  const { language } = receiver;
  const locale = { locale: language } as const;
  const { student, employer } = factsOf(text);
  const words = {
    name: receiver.givenName,
    student: student.name,
    workplace: employer.workplace,
    lines: linesIn(text, language),
    link: await addressFor(context, after, tutorId),
  };
  await context.mail({
    providerId: after.provider_id,
    personId: tutorId,
    to: receiver.email,
    language,
    template: isNew ? "amendment_new_tutor" : "amendment_holds",
    subject: m.mail_amendment_holds_subject(words, locale),
    body: isNew
      ? m.mail_amendment_new_tutor_body(words, locale)
      : m.mail_amendment_holds_body(words, locale),
  });
}

/** Whose seat it was learns that by letter, and why the link is silent; whoever signed the change knows. */
export async function tellFormerTutor(
  context: DeedContext,
  { agreement, placement, after, text }: News,
): Promise<void> {
  const formerId = placement.tutor_id;
  if (formerId === null || formerId === after.tutor_id) return;
  if (agreement.parties.some(({ personId }) => personId === formerId)) return;
  const receiver = await findReceiver(context, formerId);
  if (receiver === null) return;
  const locale = { locale: receiver.language } as const;
  const { student, employer, tutor, teacher } = factsOf(text);
  await context.mail({
    providerId: after.provider_id,
    personId: formerId,
    to: receiver.email,
    language: receiver.language,
    template: "amendment_former_tutor",
    subject: m.mail_amendment_holds_subject(
      { student: student.name, workplace: employer.workplace },
      locale,
    ),
    body: m.mail_amendment_former_tutor_body(
      {
        name: receiver.givenName,
        student: student.name,
        tutor: tutor.name,
        teacher: teacher.name,
      },
      locale,
    ),
  });
}

/** "– Last day: 15 January 2027", one line for each that changed, in the words that were signed. */
function linesIn({ papers }: AgreementText, language: Language): string {
  const changes = papers[language].sections.find(({ id }) => id === "changes");
  const rows = changes?.blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])) ?? [];
  return rows.map(([label = "", , after = ""]) => `– ${label}: ${after}`).join("\n");
}
