import {
  amendAgreementRoute,
  sendAgreementRoute,
  sendFrameworkRoute,
  tellSignature,
} from "#features/agreements/server/api.ts";
import { maskAddress } from "#features/people/people.ts";
import { recordDeed } from "#server/audit.ts";
import { newId } from "#server/clock.ts";
import { type Tx, takeSight } from "#server/database/database.ts";
import type { DeedContext, Route } from "#server/deed.ts";
import type { House } from "#server/house.ts";
import { type Mail, queueMail } from "#server/mail.ts";
import type { Actor } from "#shared/actor.ts";
import {
  type AgreementPartyTold,
  type AgreementTold,
  type AmendmentTold,
  agreements,
  type FrameworkTold,
  frameworks,
} from "../../../../demo/agreements.ts";
import type { PersonKey, Story } from "../../../../demo/story-types.ts";
import { insertRows } from "./demo.queries.ts";
import { type Ground, idOf } from "./load-ground.ts";

const COORDINATOR = "jari-makinen";
const AMENDED_DAYS_AGO = 2;

type Telling = {
  readonly house: House;
  readonly tx: Tx;
  readonly story: Story;
  readonly ground: Ground;
  readonly at: Temporal.Instant;
};

/** Agreements as the deeds themselves leave them: frozen texts, a chain of signatures, letters; the paper is the job's. */
export async function loadAgreements(telling: Telling): Promise<void> {
  const { tx, story, ground } = telling;
  await loadGuardians(tx, story, ground);
  // In the order in which they were sent: what was signed by then is referred to.
  const all = [...agreements, ...frameworks].toSorted(
    (left, right) => right.sentDaysAgo - left.sentDaysAgo,
  );
  for (const told of all) {
    if ("framework" in told) await tellFramework(telling, told);
    else await tell(telling, told);
  }
}

async function tellFramework(telling: Telling, told: FrameworkTold): Promise<void> {
  const { tx, story, ground, at } = telling;
  const sentAt = at.subtract({ hours: 24 * told.sentDaysAgo });
  const employerId = idOf(ground.people, told.employer);
  const today = Temporal.PlainDate.from(story.today);
  const id = newId();
  const workplace = await tx
    .selectFrom("workplace_person")
    .select("workplace_id")
    .where("person_id", "=", employerId)
    .executeTakeFirstOrThrow();
  const params = { workplaceId: workplace.workplace_id };
  await run(sendFrameworkRoute, await contextOf(telling, COORDINATOR, sentAt), params, {
    id,
    language: "fi",
    covers: told.framework,
    validFrom: today.add({ days: told.from }).toString(),
    validUntil: today.add({ days: told.until }).toString(),
    providerSignerId: idOf(ground.people, COORDINATOR),
    employer: { personId: employerId },
  });
  await signAll(telling, told, ["provider", "employer"], { id, sentAt });
}

async function loadGuardians(tx: Tx, story: Story, { providers, people }: Ground): Promise<void> {
  const rows = story.students.flatMap(({ person, provider, guardian }) =>
    guardian === undefined
      ? []
      : [
          {
            provider_id: idOf(providers, provider),
            student_id: idOf(people, person),
            person_id: idOf(people, guardian),
          },
        ],
  );
  await insertRows(tx, "guardian", rows);
}

async function tell(telling: Telling, told: AgreementTold): Promise<void> {
  const { tx, ground } = telling;
  const placement = await findPlacement(tx, idOf(ground.people, told.student));
  await asRunning(tx, placement, async () => {
    await tellAgreement(telling, told, placement);
    if (told.amendment) await tellAmendment(telling, told, told.amendment, placement);
  });
}

/** Of a placement that ended early the agreement is told as it was made, before that. */
async function asRunning(tx: Tx, { id, state }: Place, work: () => Promise<void>): Promise<void> {
  const put = (to: string) =>
    tx.updateTable("placement").set({ state: to }).where("id", "=", id).execute();
  if (state !== "terminated") return work();
  await put("running");
  await work();
  await put(state);
}

async function tellAgreement(
  telling: Telling,
  told: AgreementTold,
  placement: Place,
): Promise<void> {
  const { tx, story, ground, at } = telling;
  const place = placeOf(telling, told.student);
  const sentAt = at.subtract({ hours: 24 * told.sentDaysAgo });
  const id = newId();
  const guardian = story.students.find(({ person }) => person === told.student)?.guardian;
  const teacher = await contextOf(telling, place.teacher, sentAt);
  const employerId = idOf(ground.people, told.employer);
  const mail: DeedContext["mail"] = (letter) =>
    told.cameBack && letter.personId === employerId
      ? keepReturned(tx, sentAt, letter)
      : teacher.mail(letter);
  await run(
    sendAgreementRoute,
    { ...teacher, mail },
    { placementId: placement.id },
    {
      id,
      language: place.language,
      providerSignerId: idOf(ground.people, COORDINATOR),
      employer: { personId: employerId },
      guardian: guardian === undefined ? null : { personId: idOf(ground.people, guardian) },
      employment: null,
    },
  );
  await signAll(telling, told, told.done, { id, sentAt });
}

async function tellAmendment(
  telling: Telling,
  told: AgreementTold,
  { days, tutor, why, done = [] }: AmendmentTold,
  placement: Place,
): Promise<void> {
  const { ground, at } = telling;
  const id = newId();
  const sentAt = at.subtract({ hours: 24 * AMENDED_DAYS_AGO });
  const context = await contextOf(telling, placeOf(telling, told.student).teacher, sentAt);
  await run(
    amendAgreementRoute,
    context,
    { placementId: placement.id },
    {
      id,
      endsOn: days ? Temporal.PlainDate.from(placement.ends_on).add({ days }).toString() : null,
      hours: null,
      tutorId: tutor === undefined ? null : idOf(ground.people, tutor),
      workplaceId: null,
      tasks: null,
      objectives: null,
      why,
    },
  );
  await signAll(telling, told, done, { id, sentAt });
}

type Signers = Pick<AgreementTold, "employer"> & { readonly student?: PersonKey };

async function signAll(
  telling: Telling,
  { employer, student = employer }: Signers,
  done: readonly AgreementPartyTold[],
  { id, sentAt }: { readonly id: string; readonly sentAt: Temporal.Instant },
): Promise<void> {
  const people = { provider: COORDINATOR, employer, student };
  for (const [place, party] of done.entries()) {
    const at = sentAt.add({ hours: 3 * (place + 1) });
    const context = await contextOf(telling, people[party], at);
    const address = telling.story.people.find(({ key }) => key === people[party])?.email ?? "";
    const proof =
      party === "student"
        ? ({ means: "session", sentTo: null } as const)
        : ({ means: "code", sentTo: maskAddress(address) } as const);
    await tellSignature(context, id, party, proof);
  }
}

async function run(route: Route, context: DeedContext, params: object, body: object) {
  if (route.kind !== "deed") throw new Error("only a deed can be told");
  const outcome = await route.run(context, { params, query: undefined, body });
  if (!outcome.ok) throw new Error(`the demo's agreement: ${outcome.refusal.code}`);
}

/** What a deed may use, for one of the story's people at a moment of the story. */
async function contextOf(
  telling: Telling,
  key: PersonKey,
  at: Temporal.Instant,
): Promise<DeedContext> {
  const { house, tx, ground } = telling;
  const actor = actorOf(telling, key);
  await takeSight(tx, {
    personId: actor.personId,
    providerIds: [...ground.providers.values()],
  });
  return {
    tx,
    actor,
    at,
    house,
    seenVersion: null,
    audit: (record) => recordDeed(tx, actor, at, record),
    mail: (mail) => queueMail(house, tx, at, mail),
    touch: () => Promise.resolve(),
  };
}

function actorOf({ story, ground }: Telling, key: PersonKey): Actor {
  const staff = story.staff.filter(({ person }) => person === key);
  const person = story.people.find((one) => one.key === key);
  if (person === undefined) throw new Error(`the story knows no ${key}`);
  return {
    sessionId: newId(),
    personId: idOf(ground.people, key),
    givenName: person.givenName,
    familyName: person.familyName,
    language: person.language,
    means: "demo",
    actingName: null,
    named: true,
    memberships: staff.flatMap(({ provider, roles }) =>
      roles.map((role) => ({ providerId: idOf(ground.providers, provider), role })),
    ),
    onlyPlacementId: null,
    onlyWorkplaceId: null,
    onlyAgreementId: null,
  };
}

function placeOf({ story }: Telling, student: PersonKey) {
  const placement = story.placements.findLast((one) => one.student === student);
  if (placement === undefined) throw new Error(`the story places ${student} nowhere`);
  const language = story.people.find(({ key }) => key === student)?.language ?? "fi";
  return { teacher: placement.teacher, language };
}

type Place = Awaited<ReturnType<typeof findPlacement>>;

function findPlacement(tx: Tx, studentId: string) {
  return tx
    .selectFrom("placement")
    .select(["id", "ends_on", "state"])
    .where("student_id", "=", studentId)
    .orderBy("starts_on", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** The receiving server knew no such box. */
async function keepReturned(tx: Tx, at: Temporal.Instant, mail: Mail): Promise<void> {
  await tx
    .insertInto("mail_message")
    .values({
      id: newId(),
      provider_id: mail.providerId,
      person_id: mail.personId,
      to_address: mail.to,
      language: mail.language,
      template: mail.template,
      agreement_id: mail.agreementId ?? null,
      subject: mail.subject,
      body: mail.body,
      state: "failed",
      box_gone: true,
      error: "550 5.1.1 no such box",
      created_at: at.toString(),
    })
    .execute();
}
