import { chooseText, type Language, type LocalisedText } from "#shared/language.ts";
import type { Certainty, Effect, RulePack } from "./rule-pack.ts";
import type { Finding } from "./work-case.ts";

/** A finding in words: which rule, why, what makes it allowed, where it is written and how sure we are. */
export type FindingWords = {
  readonly rule: string;
  readonly effect: Effect;
  readonly because: string;
  readonly allowedWhen: string | null;
  readonly source: string;
};

const UNVERIFIED: Readonly<Record<Certainty, LocalisedText | null>> = {
  A: null,
  B: {
    fi: "viranomaisen tai liiton sivulta, säädöksestä tarkistamatta",
    sv: "från en myndighets eller ett förbunds sida, inte kontrollerad i författningen",
    en: "from a page of an authority or union, not checked in the statute",
  },
  G: { fi: "tarkistamatta", sv: "inte kontrollerad", en: "not verified" },
};

export function wordsOf(pack: RulePack, finding: Finding, language: Language): FindingWords {
  const { rule } = finding;
  return {
    rule: rule.rule,
    effect: rule.effect,
    because: fill(rule.because, finding, language),
    allowedWhen: rule.allowedWhen === null ? null : fill(rule.allowedWhen, finding, language),
    source: sourceOf(pack, finding, language),
  };
}

/** Where the rule is written, with a mark when nobody has read it there. */
function sourceOf(pack: RulePack, { rule }: Pick<Finding, "rule">, language: Language) {
  const places = rule.sources.map(({ work, at }) => {
    const name = pack.works[work];
    return `${name === undefined ? work : textIn(name, language)}, ${at}`;
  });
  const mark = UNVERIFIED[rule.certainty];
  const source = places.join("; ");
  return mark === null ? source : `${source} (${textIn(mark, language)})`;
}

function fill(text: LocalisedText, { measured, task }: Finding, language: Language): string {
  const name = task === null ? "" : textIn(task.name, language);
  return textIn(text, language).replaceAll(/\{(\w+)\}/g, (place, key: string) => {
    if (key === "task") return name;
    const value = measured[key];
    if (value === undefined) return place;
    return typeof value === "number" ? durationText(value) : value;
  });
}

/** The same in all three languages: "9 h 15 min". */
function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function textIn(text: LocalisedText, language: Language): string {
  return chooseText(text, language)?.text ?? "";
}
