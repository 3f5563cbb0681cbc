import { randomUUID } from "node:crypto";
import type { AgreementScene } from "#features/agreements/agreement-scene.ts";
import { ensureSigner, makeLink } from "#features/people/server/api.ts";
import { addPlacement } from "./makers.ts";
import { type Caller, callerOf } from "./test-house.ts";

/** People near an agreement, each in a browser at a network address of its own. */

export async function idOf({ house }: AgreementScene, email: string): Promise<string> {
  const { db } = house;
  const row = await db
    .selectFrom("person")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirst();
  return row?.id ?? "";
}

/** The employer's letter, opened by somebody who says that they are a colleague. */
export async function byColleague(
  scene: AgreementScene,
  address: string,
  from: string,
): Promise<Caller> {
  const { body } = await scene.house.db
    .selectFrom("mail_message")
    .select("body")
    .where("to_address", "=", address)
    .where("body", "like", "%/l/%")
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  const token = /\/l\/([\w-]+)/.exec(body ?? "")?.[1];
  const caller = callerOf(scene.app, {}, from);
  await caller.send("POST", "/api/links/open", { token, colleague: "Pia Putkinen" });
  return caller;
}

/** A link to another agreement of the same college, of an employer whose signer is Pekka. */
export async function otherEmployer(scene: AgreementScene, from: string): Promise<Caller> {
  const { world, house } = scene;
  const ids = { agreementId: randomUUID(), personId: randomUUID() };
  const person = { id: ids.personId, given_name: "Pekka", family_name: "Laine" };
  await house.db.insertInto("person").values(person).execute();
  await addOtherAgreement(scene, ids);
  const token = await house.db.transaction().execute(async (tx) => {
    await ensureSigner(tx, world.providerId, ids.personId);
    const { providerId, teacher: createdBy } = world;
    const expiresAt = house.clock.now().add({ hours: 24 });
    return makeLink(tx, house.clock.now(), { ...ids, providerId, createdBy, expiresAt });
  });
  const caller = callerOf(scene.app, {}, from);
  await caller.send("POST", "/api/links/open", { token, colleague: null });
  return caller;
}

async function addOtherAgreement(
  scene: AgreementScene,
  { agreementId, personId }: { readonly agreementId: string; readonly personId: string },
): Promise<void> {
  const { world, house } = scene;
  const student = await neighbour(scene);
  await house.db
    .insertInto("agreement")
    .values({
      id: agreementId,
      provider_id: world.providerId,
      placement_id: await addPlacement(house, { ...world, student }, {}),
      number: 1,
      kind: "agreement",
      basis: "training_agreement",
      language: "fi",
      signing_order: "any",
      state: "out",
      sent_by: world.teacher,
      sent_at: house.clock.now().toString(),
    })
    .execute();
  const keys = { provider_id: world.providerId, agreement_id: agreementId };
  await house.db
    .insertInto("agreement_party")
    .values({ ...keys, party: "employer", duty: "signs", person_id: personId })
    .execute();
}

/** Another student of the same college. */
export async function neighbour({ world, house }: AgreementScene): Promise<string> {
  await house.db
    .insertInto("membership")
    .values({ provider_id: world.providerId, person_id: world.otherStudent, role: "student" })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return world.otherStudent;
}

/** The tutor of the placement, by a personal link. */
export async function tutorByLink(scene: AgreementScene, from: string): Promise<Caller> {
  const { house, world } = scene;
  const token = await house.db.transaction().execute((tx) =>
    makeLink(tx, house.clock.now(), {
      providerId: world.providerId,
      personId: world.tutor,
      placementId: world.placementId,
      expiresAt: house.clock.now().add({ hours: 24 }),
      createdBy: world.teacher,
    }),
  );
  const caller = callerOf(scene.app, {}, from);
  await caller.send("POST", "/api/links/open", { token, colleague: null });
  return caller;
}
