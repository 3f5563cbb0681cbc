import { LANGUAGES, type Language } from "#shared/language.ts";
import type { Paper, PaperBlock } from "#shared/paper.ts";
import type { AgreementFacts } from "./agreement-facts.ts";
import type { AgreementTemplate } from "./agreement-template.ts";
import { PARTS } from "./template-parts.ts";
import { PLACEHOLDERS } from "./template-placeholders.ts";

/**
 * The text of an agreement in every language from a template and the frozen facts. The same input gives the
 * same text to the letter: its hash is what people sign.
 */
export function composeAgreement(
  template: AgreementTemplate,
  facts: AgreementFacts,
): Readonly<Record<Language, Paper>> {
  return {
    fi: paperIn("fi", template, facts),
    sv: paperIn("sv", template, facts),
    en: paperIn("en", template, facts),
  };
}

function paperIn(language: Language, template: AgreementTemplate, facts: AgreementFacts): Paper {
  return {
    language,
    title: template.title[language],
    subtitle: `${facts.student.name}, ${facts.employer.workplace}`,
    sections: template.sections.map(({ id, heading, body }) => ({
      id,
      heading: filled(heading[language], facts, language),
      blocks: runsOf(body[language]).flatMap((run) => blocksOf(run, facts, language)),
    })),
  };
}

type Run = { readonly kind: "part" | "list" | "text"; readonly lines: string[] };

/** Lines of one kind that follow each other; an empty line parts two runs, a part stands alone. */
function runsOf(body: string): readonly Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  for (const line of body.split("\n").map((one) => one.trim())) {
    const kind = kindOf(line);
    if (kind !== open?.kind || kind === "part") open = undefined;
    if (kind === undefined) continue;
    if (open === undefined) {
      open = { kind, lines: [] };
      runs.push(open);
    }
    open.lines.push(kind === "list" ? line.slice(2) : line);
  }
  return runs;
}

function kindOf(line: string): Run["kind"] | undefined {
  if (line === "") return undefined;
  if (partOf(line) !== undefined) return "part";
  return line.startsWith("- ") ? "list" : "text";
}

function partOf(line: string) {
  const code = /^\{([^{}]+)\}$/.exec(line)?.[1];
  return PARTS.find((part) => part.code === code);
}

function blocksOf({ kind, lines }: Run, facts: AgreementFacts, language: Language) {
  const said = (text: string) => filled(text, facts, language);
  const blocks: readonly PaperBlock[] =
    kind === "part"
      ? lines.flatMap((line) => partOf(line)?.blocks(facts, language) ?? [])
      : kind === "list"
        ? [{ kind, items: lines.map(said) }]
        : [{ kind, text: said(lines.join(" ")) }];
  return blocks;
}

/** Names replaced once by what the facts say; a name nobody knows stays as it is, for checkTemplate to find. */
function filled(text: string, facts: AgreementFacts, language: Language): string {
  return text.replace(/\{([^{}]+)\}/g, (whole, code: string) => {
    const known = PLACEHOLDERS.find((one) => one.code === code);
    return known === undefined ? whole : known.value(facts, language);
  });
}

/** Everything in braces that a template names, by section and language. */
export function namesIn({ sections }: Pick<AgreementTemplate, "sections">) {
  return sections.flatMap(({ id, heading, body }) =>
    LANGUAGES.flatMap((language) =>
      [
        ...bracesIn(heading[language]).map(({ code }) => ({ code, alone: false })),
        ...bracesIn(body[language]),
      ].map((one) => ({ ...one, sectionId: id, language })),
    ),
  );
}

/** What stands in braces, and whether it has its line for itself; a brace left open counts too. */
export function bracesIn(text: string) {
  return text.split("\n").flatMap((line) =>
    [...line.matchAll(/\{([^{}]*)\}?/g)].map(([, code = ""]) => ({
      code,
      alone: line.trim() === `{${code}}`,
    })),
  );
}
