import { LANGUAGES, type Language } from "#shared/language.ts";
import type { Paper, PaperBlock } from "#shared/paper.ts";
import type { AgreementTemplate } from "./agreement-template.ts";
import type { TemplatePart } from "./template-parts.ts";
import type { Placeholder } from "./template-placeholders.ts";

/** What a template of one kind may name, and how each reads of its facts. */
export type Vocabulary<Facts> = {
  readonly placeholders: readonly Placeholder<Facts>[];
  readonly parts: readonly TemplatePart<Facts>[];
};

/**
 * A template's text in one language, filled from the frozen facts. The same input gives the same text to the
 * letter: its hash is what people sign.
 */
export function composePaper<Facts>(
  language: Language,
  template: AgreementTemplate,
  subtitle: string,
  facts: Facts,
  words: Vocabulary<Facts>,
): Paper {
  const said = (text: string) => filled(text, words, facts, language);
  return {
    language,
    title: template.title[language],
    subtitle,
    sections: template.sections.map(({ id, heading, body }) => ({
      id,
      heading: said(heading[language]),
      blocks: runsOf(body[language], words).flatMap((run) => blocksOf(run, words, facts, language)),
    })),
  };
}

type Run = { readonly kind: "part" | "list" | "text"; readonly lines: string[] };

/** Lines of one kind that follow each other; an empty line parts two runs, a part stands alone. */
function runsOf<Facts>(body: string, words: Vocabulary<Facts>): readonly Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  for (const line of body.split("\n").map((one) => one.trim())) {
    const kind = kindOf(line, words);
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

function kindOf<Facts>(line: string, words: Vocabulary<Facts>): Run["kind"] | undefined {
  if (line === "") return undefined;
  if (partOf(line, words) !== undefined) return "part";
  return line.startsWith("- ") ? "list" : "text";
}

function partOf<Facts>(line: string, { parts }: Vocabulary<Facts>) {
  const code = /^\{([^{}]+)\}$/.exec(line)?.[1];
  return parts.find((part) => part.code === code);
}

function blocksOf<Facts>(
  { kind, lines }: Run,
  words: Vocabulary<Facts>,
  facts: Facts,
  language: Language,
) {
  const said = (text: string) => filled(text, words, facts, language);
  const blocks: readonly PaperBlock[] =
    kind === "part"
      ? lines.flatMap((line) => partOf(line, words)?.blocks(facts, language) ?? [])
      : kind === "list"
        ? [{ kind, items: lines.map(said) }]
        : [{ kind, text: said(lines.join(" ")) }];
  return blocks;
}

/** Names replaced once by what the facts say; a name nobody knows stays as it is, for checkTemplate to find. */
function filled<Facts>(
  text: string,
  { placeholders }: Vocabulary<Facts>,
  facts: Facts,
  language: Language,
): string {
  return text.replace(/\{([^{}]+)\}/g, (whole, code: string) => {
    const known = placeholders.find((one) => one.code === code);
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
