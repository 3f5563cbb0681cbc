import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BASES } from "#features/placements/placement.ts";
import { LANGUAGES } from "#shared/language.ts";
import type { AgreementFacts } from "./agreement-facts.ts";
import type { AgreementTemplate } from "./agreement-template.ts";
import { composeAgreement } from "./compose-agreement.ts";
import { nationalTemplate } from "./national-templates.ts";
import { checkTemplate, isClean, KNOWN } from "./template-contents.ts";
import { sampleFacts } from "./template-sample.ts";
import { changesBetween, compareTemplates, withCodes, withNames } from "./template-versions.ts";

const FACTS = sampleFacts("training_agreement");
const NATIONAL = nationalTemplate("training_agreement").template;
const same = (text: string) => ({ fi: text, sv: text, en: text });
const saying = (body: string): AgreementTemplate => ({
  ...NATIONAL,
  sections: [{ id: "one", heading: same("One"), body: same(body) }],
});
const blocksOf = (body: string, facts: AgreementFacts = FACTS, language: "fi" | "sv" = "fi") =>
  composeAgreement(saying(body), facts)[language].sections[0]?.blocks;

describe("a paper", () => {
  test.each([
    ["{first_day}, {clock}", "9.11.2026, 7.30–15.30"],
    ["{hours_week}", "37 h 30 min"],
    ["{tutor} ({tutor_reach})", "Otto Ohjaaja (050 000 0002)"],
    ["{travel}", "ei sovittu erikseen"],
    ["two\nlines", "two lines"],
    ["{nobody_knows}", "{nobody_knows}"],
  ])("%s reads %s", (body, text) => {
    expect(blocksOf(body)).toEqual([{ kind: "text", text }]);
  });

  test("parts words, lists and tables by their lines", () => {
    const body = "First\n- {meals}\n- {employer}\n{table:tasks}\n{facts:hours}\nLast";
    expect(blocksOf(body)?.map(({ kind }) => kind)).toEqual([
      "text",
      "list",
      "list",
      "facts",
      "text",
    ]);
  });

  test("never ends a sentence in nothing: who cannot be reached, no tasks, no talks", () => {
    const tutor = { name: "Otto", email: null, phone: null };
    const facts = { ...FACTS, tutor, talks: [], tasks: [] };
    expect(blocksOf("{tutor_reach}\n{table:talks}\n{table:tasks}", facts)).toEqual([
      { kind: "text", text: "yhteystiedot oppilaitokselta" },
      { kind: "text", text: "Ajat sovitaan erikseen." },
      { kind: "text", text: "Niistä sovitaan suunnitelmassa." },
    ]);
  });

  test("says of a borrowed text which language it is in; a name needs none", () => {
    const facts = {
      ...FACTS,
      qualification: { fi: "Sähköala" },
      provider: { name: { fi: "Opisto" }, businessId: "1" },
    };
    expect(blocksOf("{qualification}, {college}", facts, "sv")).toEqual([
      { kind: "text", text: "Sähköala (på finska), Opisto" },
    ]);
  });

  test("keeps what people wrote as they wrote it, braces too", () => {
    const codes = fc.constantFrom(...KNOWN.map(({ code }) => code));
    fc.assert(
      fc.property(fc.string(), codes, (word, code) => {
        const name = `${word}{${code}}`;
        const facts = { ...FACTS, student: { name, underage: false } };
        expect(blocksOf("x{student}x", facts)).toEqual([{ kind: "text", text: `x${name}x` }]);
      }),
    );
  });
});

describe.each(BASES)("the national wording of %s", (basis) => {
  const { template } = nationalTemplate(basis);

  test("could be taken into use as it is", () => {
    expect(template.basis).toBe(basis);
    expect(isClean(checkTemplate(template))).toBe(true);
  });

  test("leaves no placeholder in any paper and always says the same", () => {
    const plain = fc.string().map((text) => text.replaceAll(/[{}]/g, ""));
    fc.assert(
      fc.property(plain, plain, fc.option(plain), fc.boolean(), (name, phone, term, told) => {
        const contact = { name, phone: told ? phone : null, email: null };
        const facts = {
          ...sampleFacts(basis),
          student: { name, underage: told },
          tutor: contact,
          teacher: contact,
          support: term,
          travel: term,
          ...(told ? {} : { talks: [], tasks: [], units: [], objectives: [] }),
        };
        const papers = composeAgreement(template, facts);
        for (const language of LANGUAGES) {
          expect(JSON.stringify(papers[language].sections)).not.toMatch(/\{[^{}":]+(:\w+)?\}/);
        }
        expect(composeAgreement(template, facts)).toEqual(papers);
      }),
    );
  });
});

describe("a template is not taken into use", () => {
  test.each([
    ["{tutr}", "tutr", "tutor"],
    ["{opettajan yhteystieto}", "opettajan yhteystieto", "teacher_reach"],
    ["open {tutr", "tutr", "tutor"],
  ])("with %s: the nearest right name is said", (body, name, nearest) => {
    const [first] = checkTemplate(saying(body)).unknown;
    expect(first).toMatchObject({ language: "fi", name, nearest });
  });

  test("with a table in the middle of a sentence, an empty language, or a content left out", () => {
    const faults = checkTemplate({
      ...NATIONAL,
      sections: NATIONAL.sections
        .filter(({ id }) => id !== "insurance")
        .map((section) =>
          section.id === "objectives"
            ? { ...section, body: { ...same("These: {table:objectives}"), en: " " } }
            : section,
        ),
    });
    expect(faults.misplaced.map(({ language }) => language)).toEqual(["fi", "sv"]);
    expect(faults.untranslated).toEqual([{ sectionId: "objectives", language: "en" }]);
    expect(faults.missing).toEqual(["objectives", "tasks", "accident", "liability"]);
  });
});

describe("versions", () => {
  const edited: AgreementTemplate = {
    ...NATIONAL,
    sections: NATIONAL.sections.map((section) =>
      section.id === "damage" ? { ...section, body: { ...section.body, fi: "Uusi." } } : section,
    ),
  };

  test("say which sections changed and which language is older than the Finnish", () => {
    expect(changesBetween(NATIONAL, edited)).toEqual([
      { sectionId: "damage", changed: ["fi"], older: ["sv", "en"] },
    ]);
    expect(compareTemplates(NATIONAL, edited)).toMatchObject([
      { sectionId: "damage", after: { body: { fi: "Uusi." } } },
    ]);
    expect(compareTemplates(NATIONAL, NATIONAL)).toEqual([]);
  });

  test.each(LANGUAGES)("are written with names in %s and kept with codes", (language) => {
    for (const { body } of NATIONAL.sections) {
      const written = withNames(body[language], KNOWN, language);
      expect(withCodes(written, KNOWN, language)).toBe(body[language]);
    }
    const names = KNOWN.map(({ name }) => name[language].toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });
});
