import { describe, expect, test } from "vitest";
import { LANGUAGES } from "#shared/language.ts";
import type { AgreementFacts } from "./agreement-facts.ts";
import { composeAgreement } from "./compose-agreement.ts";
import {
  checkTermination,
  checkValidity,
  covers,
  type GeneralTerms,
  lastDayOf,
  standingOn,
  type Validity,
} from "./framework-agreement.ts";
import { composeFramework, SAMPLE_FRAMEWORK } from "./framework-agreement-words.ts";
import { nationalTemplate } from "./national-templates.ts";
import { checkTemplate, isClean, namesAll } from "./template-contents.ts";
import { sampleFacts } from "./template-sample.ts";

const SIGNED: Validity = {
  state: "completed",
  bases: ["training_agreement"],
  validFrom: "2027-01-01",
  validUntil: "2028-12-31",
  terminatedOn: null,
};
const at = (startsOn: string) => ({ basis: "training_agreement", startsOn }) as const;

describe("a framework agreement covers a placement", () => {
  test.each([
    ["on its first day", "2027-01-01", "2027-01-01", true],
    ["the day before it", "2026-12-31", "2026-12-31", false],
    ["that begins under it but is agreed before", "2027-01-01", "2026-12-01", true],
    ["on its last day", "2028-12-31", "2028-12-31", true],
    ["the day after it", "2029-01-01", "2028-12-31", false],
    ["not when it is over, though the placement began under it", "2028-12-31", "2029-01-01", false],
  ])("%s", (_when, startsOn, today, expected) => {
    expect(covers(SIGNED, at(startsOn), today)).toBe(expected);
  });

  test("only when everyone has signed it, and on its own bases", () => {
    for (const state of ["out", "declined", "withdrawn"] as const) {
      expect(covers({ ...SIGNED, state }, at("2027-02-01"), "2027-02-01")).toBe(false);
    }
    const apprentice = { basis: "apprenticeship", startsOn: "2027-02-01" } as const;
    expect(covers(SIGNED, apprentice, "2027-02-01")).toBe(false);
    const both: Validity = { ...SIGNED, bases: ["training_agreement", "apprenticeship"] };
    expect(covers(both, apprentice, "2027-02-01")).toBe(true);
  });

  test("until the last day that a party has given", () => {
    const ended = { ...SIGNED, terminatedOn: "2027-06-30" };
    expect(lastDayOf(ended)).toBe("2027-06-30");
    expect(covers(ended, at("2027-06-30"), "2027-06-01")).toBe(true);
    expect(covers(ended, at("2027-07-01"), "2027-06-01")).toBe(false);
    expect(covers(ended, at("2027-06-30"), "2027-07-01")).toBe(false);
  });
});

describe("its days", () => {
  const checked = (startsOn: string, endsOn: string) => {
    const outcome = checkValidity({ startsOn, endsOn }, "2027-01-01");
    return outcome.ok ? "ok" : outcome.refusal.code;
  };
  test.each([
    ["2027-01-01", "2027-01-01", "ok"],
    ["2027-01-02", "2027-01-01", "ends_before_start"],
    ["2026-01-01", "2026-12-31", "validity_past"],
    ["2026-06-01", "2027-12-31", "ok"],
    ["2027-01-01", "2032-01-01", "ok"],
    ["2027-01-01", "2032-01-02", "validity_too_long"],
    ["2028-02-29", "2033-02-28", "ok"],
    ["2028-02-29", "2033-03-01", "validity_too_long"],
  ])("from %s until %s: %s", (startsOn, endsOn, expected) => {
    expect(checked(startsOn, endsOn)).toBe(expected);
  });
});

test("its standing tells what to do: nothing, wait, or make the next one sixty days before its end", () => {
  const on = (today: string, change: Partial<Validity> = {}) =>
    standingOn({ ...SIGNED, ...change }, today);
  expect(on("2026-12-31")).toBe("coming");
  expect(on("2027-01-01")).toBe("in_force");
  expect(on("2028-10-31")).toBe("in_force");
  expect(on("2028-11-01")).toBe("ends_soon");
  expect(on("2028-12-31")).toBe("ends_soon");
  expect(on("2029-01-01")).toBe("ended");
  expect(on("2027-05-01", { terminatedOn: "2027-05-31" })).toBe("ends_soon");
  expect(on("2027-06-01", { terminatedOn: "2027-05-31" })).toBe("terminated");
  expect(on("2027-01-01", { state: "out" })).toBe("out");
  expect(on("2027-01-01", { state: "declined" })).toBe("declined");
});

test("a party ends it once, from today on and before its own end", () => {
  const ended = (validity: Validity, lastDay: string, today = "2027-03-01") => {
    const outcome = checkTermination(validity, lastDay, today);
    return outcome.ok ? "ok" : outcome.refusal.code;
  };
  expect(ended(SIGNED, "2027-03-01")).toBe("ok");
  expect(ended(SIGNED, "2027-02-28")).toBe("day_past");
  expect(ended(SIGNED, "2028-12-31")).toBe("ok");
  expect(ended(SIGNED, "2029-01-01")).toBe("ends_after_validity");
  expect(ended({ ...SIGNED, terminatedOn: "2027-06-30" }, "2027-05-01")).toBe("agreement_closed");
  expect(ended({ ...SIGNED, state: "out" }, "2027-05-01")).toBe("agreement_closed");
  expect(ended(SIGNED, "2029-01-02", "2029-01-01")).toBe("agreement_closed");
});

const FRAMEWORK = nationalTemplate("framework_agreement").template;

describe("the national wording of framework agreements", () => {
  test("holds what it must in three languages and names nothing unknown", () => {
    expect(isClean(checkTemplate(FRAMEWORK))).toBe(true);
    const faults = checkTemplate({
      ...FRAMEWORK,
      sections: FRAMEWORK.sections.map((one) =>
        one.id === "validity" ? { ...one, body: { fi: "{student}", sv: "x", en: "x" } } : one,
      ),
    });
    expect(faults.unknown.map(({ name }) => name)).toEqual(["student"]);
    expect(faults.missing).toEqual(["bases"]);
  });

  test("is filled whole, about no student", () => {
    const papers = composeFramework(FRAMEWORK, SAMPLE_FRAMEWORK);
    for (const language of LANGUAGES) {
      const text = JSON.stringify(papers[language]);
      expect(text).not.toMatch(/\{[a-z_:]+\}/);
      expect(text).toContain("Esimerkki Oy");
    }
    expect(papers.fi.sections.find(({ id }) => id === "validity")?.blocks[0]).toEqual({
      kind: "facts",
      rows: [
        ["Puitesopimuksen numero", "1"],
        ["Voimassa", "1.1.2027–31.12.2028"],
        ["Koskee", "koulutussopimukset ja oppisopimukset"],
      ],
    });
  });
});

const TERMS: GeneralTerms = {
  number: 3,
  signedOn: "2026-12-15",
  textHash: "7c41".repeat(16),
  sections: FRAMEWORK.sections,
};

describe("a placement's agreement", () => {
  const textOf = (facts: AgreementFacts, language: "fi" | "sv" | "en" = "fi") =>
    composeAgreement(nationalTemplate(facts.basis).template, facts)[language];
  const idsOf = (facts: AgreementFacts) => textOf(facts).sections.map(({ id }) => id);
  const training = sampleFacts("training_agreement");
  const apprentice = sampleFacts("apprenticeship");

  test("holds all of its terms when no framework agreement covers it", () => {
    expect(idsOf(training)).toEqual([
      "parties",
      "employer_duties",
      "provider_duties",
      "hours",
      "objectives",
      "guidance",
      "demonstration",
      "insurance",
      "damage",
      "costs",
      "ending",
      "privacy",
    ]);
  });

  test("under one it holds what is the student's own, and says where the rest is by number and hash", () => {
    const facts = { ...training, generalTerms: TERMS };
    expect(idsOf(facts)).toEqual([
      "parties",
      "general_terms",
      "hours",
      "objectives",
      "guidance",
      "insurance",
      "costs",
      "ending",
    ]);
    const [refers, , about] = textOf(facts).sections[1]?.blocks ?? [];
    expect(refers).toEqual({
      kind: "text",
      text: `Tähän sopimukseen kuuluvat yleiset ehdot, joista koulutuksen järjestäjä ja työnantaja ovat sopineet puitesopimuksessa 3. Se on allekirjoitettu 15.12.2026. Sen tekstin tiiviste on ${TERMS.textHash}.`,
    });
    expect(about).toMatchObject({
      kind: "list",
      items: expect.arrayContaining(["Turvallisuus ja perehdytys", "Jos jokin rikkoutuu"]),
    });
  });

  test("stays as short in an apprenticeship, whose employment and pay are its own", () => {
    expect(idsOf({ ...apprentice, generalTerms: TERMS })).toEqual([
      "parties",
      "general_terms",
      "hours",
      "employment",
      "objectives",
      "guidance",
      "provider_part",
      "insurance",
      "ending",
    ]);
  });

  test.each(LANGUAGES)("is shorter in %s and still names whatever the rules name", (language) => {
    for (const facts of [training, apprentice]) {
      const whole = JSON.stringify(textOf(facts, language));
      const short = JSON.stringify(textOf({ ...facts, generalTerms: TERMS }, language));
      expect(short.length).toBeLessThan(whole.length);
      expect(short).toContain(facts.tutor.name);
      expect(short).toContain(facts.student.name);
      expect(short).toContain(TERMS.textHash);
      expect(short).not.toMatch(/\{[a-z_:]+\}/);
    }
  });

  test("keeps a section that alone holds what the rules name, whatever the framework agreement says", () => {
    const { template } = nationalTemplate("training_agreement");
    const moved = {
      ...template,
      sections: template.sections.map((one) => {
        if (one.id === "costs") return { ...one, body: { fi: "-", sv: "-", en: "-" } };
        const costs = "{travel} {meals}";
        return one.id === "damage" ? { ...one, body: { fi: costs, sv: costs, en: costs } } : one;
      }),
    };
    expect(namesAll(moved)).toBe(true);
    const { sections } = composeAgreement(moved, { ...training, generalTerms: TERMS }).fi;
    const ids = sections.map(({ id }) => id);
    expect(ids).toContain("damage");
    expect(ids).not.toContain("privacy");
  });
});
