import { m } from "#messages/web";
import { dayYear, number } from "#web/ui/format.ts";
import type { FrameworkKind, UnitState } from "../framework.ts";

export function kindWord(kind: FrameworkKind): string {
  const words: Record<FrameworkKind, () => string> = {
    initial: m.framework_kind_initial,
    further: m.framework_kind_further,
    specialist: m.framework_kind_specialist,
    telma: m.framework_kind_telma,
    valma: m.framework_kind_valma,
    tuva: m.framework_kind_tuva,
    other: m.framework_kind_other,
  };
  return words[kind]();
}

/** Null for a published unit: that is how it should be. */
export function stateWord(state: UnitState): string | null {
  const words: Record<UnitState, (() => string) | null> = {
    published: null,
    draft: m.framework_state_draft,
    deleted: m.framework_state_deleted,
    unknown: m.framework_state_unknown,
  };
  return words[state]?.() ?? null;
}

export function pathwayWord(code: string): string {
  const words: Record<string, (() => string) | undefined> = {
    reformi: m.framework_pathway_reformi,
    ops: m.framework_pathway_ops,
    naytto: m.framework_pathway_naytto,
  };
  return words[code]?.() ?? code;
}

type Points = readonly { pathway: string; points: number | null }[];

/** "25 points"; each pathway named when they differ; "points not given" when none has any. */
export function pointsWords(all: Points): string {
  const given = all.flatMap(({ pathway, points }) =>
    points === null ? [] : [{ pathway, points }],
  );
  const [first, ...rest] = given;
  if (first === undefined) return m.framework_points_none();
  if (rest.every(({ points }) => points === first.points)) return pointsWord(first.points);
  return given
    .map(({ pathway, points }) =>
      m.framework_points_of({ points: pointsWord(points), pathway: pathwayWord(pathway) }),
    )
    .join(", ");
}

export function pointsWord(count: number): string {
  return m.framework_points({ count, text: number(count) });
}

type Validity = {
  validFrom: string | null;
  validTo: string | null;
  transitionEndsOn: string | null;
};

/** "valid from 1 Aug 2022"; after the end also how long those who began earlier may go on. */
export function validityWords(
  { validFrom, validTo, transitionEndsOn }: Validity,
  today?: string,
): string {
  const ended = validTo !== null && today !== undefined && validTo < today;
  const end = validTo === null ? null : dayYear(validTo);
  return [
    ended || validFrom === null ? null : m.framework_valid_from({ day: dayYear(validFrom) }),
    end === null
      ? null
      : ended
        ? m.framework_valid_ended({ day: end })
        : m.framework_valid_to({ day: end }),
    transitionEndsOn === null ? null : m.framework_transition({ day: dayYear(transitionEndsOn) }),
  ]
    .filter((part) => part !== null)
    .join(", ");
}

export function percent(share: number): string {
  return m.framework_percent({ text: number(Math.floor(share * 100)) });
}
