import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  AGREEMENT_PARTIES,
  AGREEMENT_STATES,
  type AgreementFactsNow,
  type AgreementParty,
  DUTIES,
  dutiesOf,
  isComplete,
  judgeSigningCode,
  notBefore,
  SIGNING_ORDERS,
  sign,
  turnsOf,
} from "./agreement.ts";

const HASH = "a".repeat(64);

function out(change: Partial<AgreementFactsNow> = {}): AgreementFactsNow {
  return {
    state: "out",
    order: "any",
    textHash: HASH,
    parties: dutiesOf("training_agreement", { underage: true }, "informed").map((one) => ({
      ...one,
      done: false,
    })),
    ...change,
  };
}

describe("whom an agreement binds", () => {
  test.each([
    [
      "training_agreement",
      false,
      "informed",
      "provider signs, employer signs, student acknowledges",
    ],
    [
      "training_agreement",
      true,
      "informed",
      "provider signs, employer signs, student acknowledges, guardian informed",
    ],
    [
      "training_agreement",
      true,
      "signs",
      "provider signs, employer signs, student acknowledges, guardian signs",
    ],
    ["apprenticeship", false, "signs", "provider signs, employer signs, student signs"],
    [
      "apprenticeship",
      true,
      "informed",
      "provider signs, employer signs, student signs, guardian informed",
    ],
  ] as const)("%s, under 18: %s, guardian %s: %s", (basis, underage, guardian, expected) => {
    const duties = dutiesOf(basis, { underage }, guardian);
    expect(duties.map(({ party, duty }) => `${party} ${duty}`).join(", ")).toBe(expected);
  });
});

describe("every state by every party and deed", () => {
  const rows = AGREEMENT_STATES.flatMap((state) =>
    AGREEMENT_PARTIES.flatMap((party) => DUTIES.map((duty) => ({ state, party, duty }))),
  );
  const lines: string[] = [];

  test.each(rows)("$state, $party who $duty", ({ state, party, duty }) => {
    const others = AGREEMENT_PARTIES.filter((one) => one !== party);
    const facts = out({
      state,
      parties: [
        { party, duty, done: false },
        ...others.map((one) => ({
          party: one,
          duty: "signs" as const,
          done: state === "completed",
        })),
      ],
    });
    const outcome = sign(facts, party, HASH);
    const allowed =
      duty !== "informed" &&
      (state === "out" || (state === "completed" && duty === "acknowledges"));
    const refusal = duty === "informed" ? "nothing_to_sign" : "agreement_closed";
    const word = outcome.ok ? "yes" : outcome.refusal.code;
    expect(word).toBe(allowed ? "yes" : refusal);
    lines.push(`${state} | ${party} | ${duty} | ${word}`);
  });

  test("is printed for a reader", () => {
    process.stdout.write(`\nstate | party | duty | may sign\n${lines.join("\n")}\n`);
    expect(lines).toHaveLength(rows.length);
  });

  test("somebody who is no party signs nothing", () => {
    const facts = out({ parties: [{ party: "provider", duty: "signs", done: false }] });
    expect(sign(facts, "employer", HASH)).toMatchObject({ refusal: { code: "not_a_party" } });
  });

  test("a text that changed since it was seen is not signed", () => {
    expect(sign(out(), "employer", "b".repeat(64))).toMatchObject({
      refusal: { code: "text_changed" },
    });
  });

  test("signing twice changes nothing, also after the last one has signed", () => {
    const parties = out().parties.map((one) => ({ ...one, done: true }));
    for (const state of ["out", "completed"] as const) {
      const outcome = sign(out({ state, parties }), "employer", HASH);
      expect(outcome).toMatchObject({ value: { already: true, completes: false } });
    }
  });
});

describe("the order of signatures", () => {
  test.each([
    ["any", "provider,employer,student"],
    ["employer_first", "employer,student"],
    ["provider_first", "provider,student"],
  ] as const)("%s: first %s", (order, expected) => {
    expect(turnsOf(out({ order })).join(",")).toBe(expected);
  });

  test("who comes later is told whom they wait for", () => {
    expect(sign(out({ order: "employer_first" }), "provider", HASH)).toMatchObject({
      refusal: { code: "not_your_turn", params: { first: "employer" } },
    });
  });
});

describe("complete exactly when every required party has signed the same text", () => {
  const parties = fc.uniqueArray(
    fc.record({
      party: fc.constantFrom(...AGREEMENT_PARTIES),
      duty: fc.constantFrom(...DUTIES),
    }),
    { selector: ({ party }) => party, minLength: 1 },
  );

  test("whatever the parties, the order and who presses when", () => {
    const presses = fc.array(fc.constantFrom(...AGREEMENT_PARTIES), { maxLength: 20 });
    fc.assert(
      fc.property(parties, presses, fc.constantFrom(...SIGNING_ORDERS), (bound, order, rule) => {
        let facts = out({ order: rule, parties: bound.map((one) => ({ ...one, done: false })) });
        let completed = 0;
        for (const party of order) facts = press(facts, party, () => (completed += 1));
        const required = facts.parties.filter(({ duty }) => duty === "signs");
        const all = required.length > 0 && required.every(({ done }) => done);
        expect(facts.state === "completed").toBe(all);
        expect(isComplete(facts.parties)).toBe(all);
        expect(completed).toBe(all ? 1 : 0);
      }),
      { numRuns: 500 },
    );
  });

  function press(
    facts: AgreementFactsNow,
    party: AgreementParty,
    onComplete: () => void,
  ): AgreementFactsNow {
    const outcome = sign(facts, party, HASH);
    if (!outcome.ok || outcome.value.already) return facts;
    if (outcome.value.completes) onComplete();
    return {
      ...facts,
      state: outcome.value.completes ? "completed" : facts.state,
      parties: facts.parties.map((one) => (one.party === party ? { ...one, done: true } : one)),
    };
  }
});

describe("the code that proves a signature", () => {
  const createdAt = Temporal.Instant.from("2026-11-23T08:00:00Z");
  const code = { createdAt, expiresAt: createdAt.add({ minutes: 10 }), used: false, tries: 0 };

  test.each([
    ["right and in time", {}, true, "2026-11-23T08:09:59Z", "right"],
    ["wrong", {}, false, "2026-11-23T08:01:00Z", "code_wrong"],
    ["after ten minutes", {}, true, "2026-11-23T08:10:00Z", "code_old"],
    ["used already", { used: true }, true, "2026-11-23T08:01:00Z", "code_old"],
    ["tried a sixth time", { tries: 5 }, true, "2026-11-23T08:01:00Z", "code_used_up"],
    ["with the clock set back", {}, true, "2026-11-23T07:00:00Z", "code_old"],
  ] as const)("%s", (_name, change, matches, at, expected) => {
    expect(judgeSigningCode({ ...code, ...change }, matches, Temporal.Instant.from(at))).toBe(
      expected,
    );
  });

  test("a signature is never earlier than the one before it", () => {
    const later = Temporal.Instant.from("2026-11-23T09:00:00Z");
    expect(notBefore(createdAt, later.toString()).equals(later)).toBe(true);
    expect(notBefore(later, createdAt.toString()).equals(later)).toBe(true);
    expect(notBefore(later, null).equals(later)).toBe(true);
  });
});
