import { Fragment, type ReactNode } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { clockWord, hours } from "#web/ui/format.ts";
import { type Basis, REGULAR_HOURS_KNOWN } from "../rule-pack.ts";
import { lengthOf } from "./rule-pack-change.ts";
import { agesText, type PackRule, type RulePackView } from "./rule-pack-view.ts";

type Pack = RulePackView["pack"];

/** What the day itself will fill in, by a name: nobody reads braces. */
const PLACES: Readonly<Record<string, (() => string) | undefined>> = {
  worked: m.rules_place_worked,
  limit: m.rules_place_limit,
  rest: m.rules_place_rest,
  outside: m.rules_place_outside,
  longest: m.rules_place_longest,
  task: m.rules_place_task,
};

/** A rule's sentence, its own limits written in and the rest named. */
export function RuleWords({ rule }: { rule: PackRule }) {
  const parts = textOf(rule.because).split(/\{(\w+)\}/);
  return (
    <span>
      {parts.map((part, index) => (
        // Every second part is the name of a place; the parts of one sentence never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Fragment key={index}>{index % 2 === 0 ? part : placeOf(rule, part)}</Fragment>
      ))}
    </span>
  );
}

function placeOf(rule: PackRule, place: string): ReactNode {
  const known = knownOf(rule, place);
  if (known !== undefined) return known;
  return <i className="rules-place">{PLACES[place]?.() ?? place}</i>;
}

/** What the rule itself fixes: its length, or its clock. */
function knownOf(rule: PackRule, place: string): string | undefined {
  const { measure } = rule;
  if (measure.kind === "between" && place === "from") return clockWord(measure.from);
  if (measure.kind === "between" && place === "to") return clockWord(measure.to);
  const length = lengthOf(rule);
  return place === "limit" && length !== undefined ? hours(length) : undefined;
}

const BASIS_NAMES: Readonly<Record<Basis, () => string>> = {
  "training-agreement": m.rules_basis_training,
  apprenticeship: m.rules_basis_apprenticeship,
  employment: m.rules_basis_employment,
  school: m.rules_basis_school,
  unknown: m.rules_basis_unknown,
};
export const basisName = (basis: Basis): string => BASIS_NAMES[basis]();

/** Whom and what the rule is about: "under 18, a week, training agreement. Not when: ..." */
export function scopeText(pack: Pack, rule: PackRule): string {
  const { bases, when, unless } = rule.who;
  const about = [agesText(rule), spanOf(rule), bases?.map(basisName).join(", ").toLowerCase()];
  const facts = (codes: readonly string[]) => codes.map((code) => factText(pack, code)).join("; ");
  return [
    about.filter(Boolean).join(" · "),
    when && m.rules_when({ facts: facts(when) }),
    unless && m.rules_unless({ facts: facts(unless) }),
  ]
    .filter(Boolean)
    .join(". ");
}

function spanOf({ measure }: PackRule): string | undefined {
  if (measure.kind === "hours-a-day") return m.rules_a_day();
  return measure.kind === "hours-a-week" ? m.rules_a_week() : undefined;
}

function factText(pack: Pack, code: string): string {
  return code === REGULAR_HOURS_KNOWN ? m.rules_regular_known() : textOf(pack.facts[code]);
}
