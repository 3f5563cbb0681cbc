import type { LocalisedText } from "#shared/language.ts";

/** Who bears accident and liability in a placement: defaults by basis, stated by somebody before the start. */
export const BEARERS = ["provider", "employer"] as const;
export type Bearer = (typeof BEARERS)[number];

export type Cover = {
  readonly accident: Bearer;
  readonly liability: Bearer;
  readonly source: LocalisedText;
};

/** finland.md §3 rule 14. Liability is as the agreement says; the employer's is the usual one. */
const COVERS: Readonly<Record<string, Cover>> = {
  training_agreement: {
    accident: "provider",
    liability: "employer",
    source: {
      fi: "Koulutussopimuksessa tapaturman kattaa koulutuksen järjestäjä, myös matkat (laki 460/2015). Vastuuvakuutus on niin kuin sopimuksessa sanotaan.",
      sv: "I ett utbildningsavtal täcker utbildningsanordnaren olycksfall, även resor (lag 460/2015). Ansvarsförsäkringen är som avtalet säger.",
      en: "In a training agreement the provider covers accidents, travel included (act 460/2015). Liability cover is as the agreement says.",
    },
  },
  apprenticeship: {
    accident: "employer",
    liability: "employer",
    source: {
      fi: "Oppisopimuksessa tapaturman kattaa työnantajan vakuutus (laki 459/2015). Vastuuvakuutus on niin kuin sopimuksessa sanotaan.",
      sv: "I ett läroavtal täcker arbetsgivarens försäkring olycksfall (lag 459/2015). Ansvarsförsäkringen är som avtalet säger.",
      en: "In an apprenticeship the employer's insurance covers accidents (act 459/2015). Liability cover is as the agreement says.",
    },
  },
};

/** The usual cover of a basis; null when the basis is not known, and somebody has to say it all. */
export function usualCover(basis: string): Cover | null {
  return COVERS[basis] ?? null;
}

export type CoverFacts = {
  readonly basis: string;
  /** What was said, and of which basis: after a change of basis somebody has to say it anew. */
  readonly stated: {
    readonly basis: string;
    readonly accident: Bearer;
    readonly liability: Bearer;
  } | null;
  /** Insurance papers of the workplace; an end that is not known is none. */
  readonly papers: readonly CoverPaper[];
};
export type CoverPaper = { readonly from: string | null; readonly until: string | null };

/**
 * The first day from `on` to `last` on which the employer bears something and none of its papers holds; null when
 * there is none, and when the register has no paper of it at all.
 */
export function bareDay(
  { stated, papers }: CoverFacts,
  on: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const bears = stated?.accident === "employer" || stated?.liability === "employer";
  if (!bears || papers.length === 0) return null;
  let day = on;
  for (const { from, until } of papers.toSorted(byStart)) {
    const text = day.toString();
    if ((from !== null && from > text) || (until !== null && until < text)) continue;
    if (until === null) return null;
    day = Temporal.PlainDate.from(until).add({ days: 1 });
  }
  return Temporal.PlainDate.compare(day, last) > 0 ? null : day;
}

function byStart(left: CoverPaper, right: CoverPaper): number {
  return (left.from ?? "").localeCompare(right.from ?? "");
}
