import { useQuery } from "@tanstack/react-query";
import type { listMyAgreements } from "#features/agreements/agreement.contract.ts";
import { m } from "#messages/web";
import { type Texts, textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import type { Mark, Three } from "#web/ui/marks-label.ts";
import { viewOptions } from "#web/view.ts";
import type { readTutorHome } from "../placement-views.contract.ts";
import { talkText, weekNumber } from "./state-text.ts";

/** One thing that is asked of the tutor: what, for which school, how long it takes, where it is done. */
export type Asked = {
  readonly key: string;
  readonly title: string;
  readonly school: string;
  readonly since: string | null;
  readonly seconds: number;
  readonly step: string;
  readonly href: string;
  readonly marks: Three | null;
};

type Waiting = AnswerOf<typeof readTutorHome>["waiting"][number];
type Agreement = AnswerOf<typeof listMyAgreements>["rows"][number];

/** Four minutes of reading and one of signing; a change of one line takes less (product.md §10). */
const SECONDS = { agreement: 300, amendment: 60, framework_agreement: 240 } as const;

/** What the placements ask and what is to be signed, as one list: the longest wait first. */
export function useAsked(waiting: readonly Waiting[]): Asked[] {
  const { data } = useQuery({
    ...viewOptions<typeof listMyAgreements>({ path: "/api/agreements" }),
    throwOnError: false,
    retry: false,
  });
  const toSign = data?.rows.filter(({ asked }) => asked) ?? [];
  return [...waiting.map(askedOf), ...toSign.map(signingOf)].toSorted((left, right) =>
    (left.since ?? "").localeCompare(right.since ?? ""),
  );
}

function askedOf(item: Waiting): Asked {
  const { kind, placementId, week, talkId, since, seconds } = item;
  return {
    key: [kind, placementId, week, talkId].join(" "),
    title: waitingText(item),
    school: schoolOf(item),
    since,
    seconds,
    step: stepText(item),
    href: hrefOf(item),
    marks: marksOf(item),
  };
}

function signingOf(row: Agreement): Asked {
  const { kind } = row;
  return {
    key: `${kind} ${row.id} ${row.party}`,
    title: signingText(row),
    school: schoolOf(row),
    since: row.sentAt,
    seconds: SECONDS[kind],
    step: kind === "amendment" ? m.tutor_home_open_amendment() : m.tutor_home_open_agreement(),
    href: `/agreements/${row.id}`,
    marks: null,
  };
}

function signingText({ kind, studentName, employerName }: Agreement): string {
  const name = studentName ?? "";
  if (kind === "framework_agreement") {
    return m.agreements_strip_framework({ employer: employerName ?? "" });
  }
  return kind === "amendment" ? m.tutor_home_amendment({ name }) : m.tutor_home_agreement({ name });
}

function schoolOf({ providerName }: { providerName: Texts }): string {
  return textOf(providerName);
}

function waitingText({ kind, studentName, week, talkKind, cards }: Waiting): string {
  if (kind === "week" && week !== null) {
    return m.tutor_home_week({ name: studentName, week: weekNumber(week) });
  }
  if (kind === "talk") {
    return m.tutor_home_talk({ name: studentName, talk: talkText(talkKind ?? "") });
  }
  if (kind === "cards") return m.tutor_home_cards({ name: studentName, count: cards ?? 0 });
  return m.tutor_home_plan({ name: studentName });
}

function stepText({ kind }: Waiting): string {
  if (kind === "week") return m.tutor_home_open_week();
  if (kind === "cards") return m.tutor_home_open_cards();
  return kind === "talk" ? m.tutor_home_open_talk() : m.tutor_home_open_plan();
}

function hrefOf({ kind, placementId, week }: Waiting): string {
  const page = `/placements/${placementId}`;
  if (kind === "week" && week !== null) return `${page}/weeks/${week}`;
  if (kind === "cards") return `${page}/cards`;
  return kind === "talk" ? page : `${page}/plan`;
}

function marksOf({ marks, parties }: Waiting): Three | null {
  if (marks === null) return null;
  const markOf = (party: keyof typeof parties): Mark => {
    const state = marks[party];
    return {
      name: parties[party],
      state: state === "done" || state === "turn" ? state : "open",
      you: party === "tutor",
    };
  };
  return { student: markOf("student"), tutor: markOf("tutor"), teacher: markOf("teacher") };
}
