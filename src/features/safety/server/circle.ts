import { siteAddress } from "#features/people/server/api.ts";
import { m } from "#messages/server";
import type { DeedContext } from "#server/deed.ts";
import { queueMail } from "#server/mail.ts";
import { isLanguage } from "#shared/language.ts";
import { PARTS, type Part } from "../safety.ts";
import type { Ground } from "./safety.queries.ts";

export type Hearer = {
  readonly part: Part;
  readonly personId: string;
  readonly name: string;
  readonly phone: string | null;
};

/** Whom this student can choose: teacher, tutor and the college's safety lead, each once. */
export function choicesOf(ground: Ground): Hearer[] {
  const all = {
    teacher: {
      personId: ground.teacher_id,
      name: ground.teacher_name,
      phone: ground.teacher_phone,
    },
    tutor: { personId: ground.tutor_id, name: ground.tutor_name, phone: ground.tutor_phone },
    safety_lead: { personId: ground.lead_id, name: ground.lead_name, phone: ground.lead_phone },
  };
  return PARTS.flatMap((part) => {
    const { personId, ...rest } = all[part];
    return personId === null ? [] : [{ part, personId, ...rest }];
  }).filter(
    (one, index, list) => list.findIndex((other) => other.personId === one.personId) === index,
  );
}

/**
 * A letter that says only that something waits behind sign-in: not what, not from whom. It is nobody's
 * provider's letter, so that it is in no list of the college's.
 */
export async function tellHearers(
  { tx, house, at }: Pick<DeedContext, "tx" | "house" | "at">,
  personIds: readonly string[],
  body: typeof m.mail_waits_body = m.mail_waits_body,
): Promise<void> {
  for (const personId of personIds) {
    const person = await tx
      .selectFrom("person")
      .select(["email", "given_name", "language"])
      .where("id", "=", personId)
      .executeTakeFirstOrThrow();
    if (person.email === null) continue;
    const language = isLanguage(person.language) ? person.language : "fi";
    const locale = { locale: language } as const;
    const address = `${siteAddress(house)}/safety/heard`;
    await queueMail(house, tx, at, {
      providerId: null,
      personId,
      to: person.email,
      language,
      template: "something-waits",
      subject: m.mail_waits_subject({}, locale),
      body: body({ name: person.given_name, address }, locale),
    });
  }
}

/**
 * The deed's audit row: whose deed it was, and nothing else. It belongs to no provider, so the server's
 * role cannot read it back; the circle's own record is `safety_step`.
 */
export async function auditQuietly({ audit, actor }: DeedContext): Promise<void> {
  await audit({
    deed: "own-matter",
    subjectKind: "person",
    subjectId: actor.personId,
    providerId: null,
  });
}
