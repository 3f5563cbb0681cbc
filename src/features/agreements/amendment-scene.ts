import { newId } from "#server/clock.ts";
import type { Caller } from "#tests/support/test-house.ts";
import { type AgreementScene, LEILA, openAgreementScene } from "./agreement-scene.ts";

/** An agreement that everybody has signed or read, and what a test does to change it. */
export type AmendmentScene = AgreementScene & {
  readonly amendments: string;
  bodyOf(change: object): object & { readonly id: string };
  /** The teacher proposes; the id of the amendment that is out. */
  propose(change: object): Promise<string>;
  /** Status, code and choice of a proposal that is refused. */
  refused(change: object): Promise<readonly [number, string, string | null]>;
  employerSigns(id: string): ReturnType<Caller["send"]>;
  /** Employer and college sign; the answer to the last signature. */
  signAll(id: string): ReturnType<Caller["send"]>;
  studentReads(id: string): ReturnType<Caller["send"]>;
  placementNow(): Promise<{ tutor_id: string | null; workplace_id: string; ends_on: string }>;
  versions(): Promise<{ number: number; content: unknown; agreement_id: string | null }[]>;
  /** Changes of the audit rows that say an amendment was carried out. */
  carried(): Promise<{ change: unknown }[]>;
  /** Another unit of the employer, with a tutor and a task of its own. */
  addUnit(): Promise<Unit>;
};

export type Unit = { readonly unitId: string; readonly tutor: string; readonly task: string };

export async function openAmendmentScene(): Promise<AmendmentScene> {
  const scene = await openAgreementScene();
  const acts = actsOf(scene);
  const signed = await scene.send();
  await acts.signAll(signed);
  await acts.studentReads(signed);
  return { ...scene, ...acts, ...readersOf(scene), addUnit: () => addUnit(scene) };
}

function actsOf(scene: AgreementScene) {
  const amendments = `/api/placements/${scene.world.placementId}/amendments`;
  const bodyOf = (change: object) => ({
    id: newId(),
    endsOn: null,
    why: "Kahvila muuttaa.",
    ...change,
  });
  const send = (change: object) => scene.teacher.send("POST", amendments, bodyOf(change));
  const employerSigns = async (id: string) => {
    const employer = await scene.byLetter(LEILA);
    return scene.signs(employer, id, "employer");
  };
  return {
    amendments,
    bodyOf,
    employerSigns,
    propose: async (change: object) => {
      const answer = await send(change);
      if (answer.statusCode !== 200) throw new Error(`not proposed: ${answer.body}`);
      return answer.json<{ id: string }>().id;
    },
    refused: async (change: object) => {
      const answer = await send(change);
      const { code, params } = answer.json<{ code: string; params?: { choice?: string } }>();
      return [answer.statusCode, code, params?.choice ?? null] as const;
    },
    signAll: async (id: string) => {
      await employerSigns(id);
      return scene.signs(scene.coordinator, id, "provider");
    },
    studentReads: async (id: string) => {
      const textHash = await scene.hashOf(scene.student, id);
      const body = { party: "student", textHash, code: null, language: "fi" };
      return scene.student.send("POST", `/api/agreements/${id}/signatures`, body);
    },
  };
}

function readersOf({ house: { db }, world: { placementId } }: AgreementScene) {
  return {
    placementNow: () =>
      db
        .selectFrom("placement")
        .select(["tutor_id", "workplace_id", "ends_on"])
        .where("id", "=", placementId)
        .executeTakeFirstOrThrow(),
    versions: () =>
      db
        .selectFrom("plan_version")
        .select(["number", "content", "agreement_id"])
        .where("placement_id", "=", placementId)
        .orderBy("number")
        .execute(),
    carried: () =>
      db.selectFrom("audit_event").select("change").where("deed", "=", "carry-amendment").execute(),
  };
}

async function addUnit({ house: { db }, world }: AgreementScene): Promise<Unit> {
  const [unitId, tutor, task] = [newId(), newId(), newId()];
  const { employer_id } = await db
    .selectFrom("workplace")
    .select("employer_id")
    .where("id", "=", world.workplaceId)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("workplace")
    .values({ id: unitId, employer_id, name: "Putki, Satama", municipality: "Imatra" })
    .execute();
  await db
    .insertInto("person")
    .values({ id: tutor, given_name: "Veera", family_name: "Testinen", email: "veera@example.org" })
    .execute();
  await db
    .insertInto("workplace_person")
    .values({ workplace_id: unitId, person_id: tutor, role: "tutor" })
    .execute();
  await db
    .insertInto("workplace_task")
    .values({ id: task, workplace_id: unitId, name: { fi: "Laituri" }, position: 1 })
    .execute();
  return { unitId, tutor, task };
}
