import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, callerOf } from "#tests/support/test-house.ts";
import { type AgreementScene, LEILA, newestCode, openAgreementScene } from "../agreement-scene.ts";

/** A few on every run; KISALLI_RUNS=60 for the long one (some two minutes). */
const RUNS = Number(process.env.KISALLI_RUNS ?? 6);

let scene: AgreementScene;
let browsers = 0;

beforeAll(async () => {
  scene = await openAgreementScene();
});
afterAll(() => scene.close());

type Deed = "employer" | "provider" | "student" | "reread" | "correct" | "decline" | "withdraw";

/** Signing and reading come often, what ends an agreement seldom. */
const deeds = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom<Deed>("employer", "provider", "student", "reread") },
    { weight: 3, arbitrary: fc.constant<Deed>("correct") },
    { weight: 1, arbitrary: fc.constantFrom<Deed>("decline", "withdraw") },
  ),
  { minLength: 3, maxLength: 12 },
);

/** One agreement and what each signer has before their eyes, which may be an older text than the one in force. */
class Play {
  readonly id: string;
  readonly #callers: Readonly<Record<string, Caller>>;
  readonly #shown = new Map<string, string>();
  #corrections = 0;

  constructor(id: string, callers: Readonly<Record<string, Caller>>) {
    this.id = id;
    this.#callers = callers;
  }

  async do(deed: Deed): Promise<void> {
    if (deed === "reread") return this.reread();
    if (deed === "correct") return this.#correct();
    if (deed === "decline") {
      await this.#post("employer", "refusal", { party: "employer", reason: "Emme ehdi." });
    } else if (deed === "withdraw") {
      await this.#post("teacher", "withdrawal", { reason: "Tunnit väärin." });
    } else await this.#sign(deed);
  }

  async reread(): Promise<void> {
    for (const party of ["employer", "provider", "student"]) {
      this.#shown.set(party, await scene.hashOf(this.#caller(party), this.id));
    }
  }

  async #correct(): Promise<void> {
    this.#corrections += 1;
    await this.#post("teacher", "corrections", {
      startsOn: "2026-11-30",
      endsOn: `2027-01-${10 + this.#corrections}`,
      hours: { minutesPerWeek: 2_250, dayStartsAt: "07:00", dayEndsAt: "15:00", breakMinutes: 30 },
      why: "Päivä muuttui",
    });
  }

  /** With the text this party was shown last; what is signed is that text or nothing. */
  async #sign(party: string): Promise<void> {
    const textHash = this.#shown.get(party) ?? "";
    const before = await signaturesOf(this.id);
    await this.#post(party, "codes", { party });
    const code =
      party === "student" ? null : await newestCode(scene.house, this.id).catch(() => "000000");
    await this.#post(party, "signatures", { party, textHash, code, language: "fi" });
    for (const made of (await signaturesOf(this.id)).slice(before.length)) {
      const isShown = made.party === party && made.text_hash === textHash;
      if (!isShown) throw new Error(`${party} signed ${made.text_hash} as ${made.party}`);
    }
  }

  async #post(who: string, deed: string, body: object): Promise<void> {
    const answer = await this.#caller(who).send("POST", `/api/agreements/${this.id}/${deed}`, body);
    const isFault = answer.statusCode >= 500 || answer.statusCode === 400;
    if (isFault) throw new Error(`${deed}: ${answer.body}`);
  }

  #caller(who: string): Caller {
    const caller = this.#callers[who];
    if (caller === undefined) throw new Error(`nobody is ${who}`);
    return caller;
  }
}

function signaturesOf(id: string) {
  return scene.house.db
    .selectFrom("agreement_signature as s")
    .innerJoin("agreement_text as t", (join) =>
      join.onRef("t.agreement_id", "=", "s.agreement_id").onRef("t.revision", "=", "s.revision"),
    )
    .select(["s.party", "s.revision", "s.text_hash", "t.text_hash as of_text"])
    .where("s.agreement_id", "=", id)
    .orderBy("s.revision")
    .orderBy("s.position")
    .execute();
}

async function checkTruth(id: string): Promise<void> {
  const { state, revision } = await scene.house.db
    .selectFrom("agreement")
    .select(["state", "revision"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const signatures = await signaturesOf(id);
  const ofText = signatures.filter((one) => one.revision === revision).map(({ party }) => party);
  const everyone = ["employer", "provider"].every((party) => ofText.includes(party));
  expect(state === "completed").toBe(everyone);
  expect(signatures.every((one) => one.text_hash === one.of_text)).toBe(true);
}

async function newPlay(): Promise<Play> {
  await scene.house.db
    .updateTable("agreement")
    .set({ state: "withdrawn", closed_at: "2026-11-23T06:00:00Z", closed_reason: "Seuraava" })
    .where("state", "=", "out")
    .execute();
  const id = await scene.send();
  const own = (cookies: Caller["cookies"]) => callerOf(scene.app, { ...cookies }, nextAddress());
  const play = new Play(id, {
    employer: await scene.byLetter(LEILA, nextAddress()),
    provider: own(scene.coordinator.cookies),
    student: own(scene.student.cookies),
    teacher: own(scene.teacher.cookies),
  });
  await play.reread();
  return play;
}

function nextAddress(): string {
  browsers += 1;
  return `10.2.${Math.floor(browsers / 200)}.${browsers % 200}`;
}

test(`whatever is done in whichever order, ${RUNS} times: complete exactly when all who sign have signed the same text`, {
  timeout: 30_000 + RUNS * 10_000,
}, async () => {
  const ends = new Set<string>();
  await fc.assert(
    fc.asyncProperty(deeds, async (sequence) => {
      const play = await newPlay();
      for (const deed of sequence) {
        await play.do(deed);
        await checkTruth(play.id);
      }
      ends.add(sequence.join(" "));
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(ends.size).toBeGreaterThan(1);
});
