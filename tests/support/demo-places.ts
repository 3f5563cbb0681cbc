import { weekOf } from "#shared/week.ts";
import type { Visitor } from "./visitor.ts";

type Row = { placementId: string; student: { givenName: string; familyName: string } };

/** The placement of this student, as the visitor's own list of placements has it. */
export async function placementOf(visitor: Visitor, student: string): Promise<string> {
  const find = encodeURIComponent(student.split(" ")[0] ?? student);
  const { rows } = await visitor.read<{ rows: Row[] }>(`/api/placements?find=${find}`);
  const row = rows.find((one) => `${one.student.givenName} ${one.student.familyName}` === student);
  if (row === undefined) throw new Error(`${student} has no placement this reader may see`);
  return row.placementId;
}

type Home = {
  today: string;
  current: { id: string; ribbon: { week: string; state: string }[] } | null;
};

/**
 * The student's placement, today, the week of today (at a weekend the story has confirmed it already), and
 * the ribbon's last week in a state ("waits", "confirmed").
 */
export async function homeOf(visitor: Visitor) {
  const { today, current } = await visitor.read<Home>("/api/student/home");
  if (current === null) throw new Error("the student has no placement now");
  const weekIn = (state: string): string => {
    const found = current.ribbon.findLast((one) => one.state === state);
    if (found === undefined) throw new Error(`no week is ${state}`);
    return found.week;
  };
  const thisWeek = weekOf(Temporal.PlainDate.from(today));
  return { placementId: current.id, today, thisWeek, weekIn };
}

/** The page of the newest agreement of this student's placement. */
export async function agreementOf(visitor: Visitor, student: string): Promise<string> {
  const path = `/api/placements/${await placementOf(visitor, student)}/agreements`;
  const { rows } = await visitor.read<{ rows: { id: string }[] }>(path);
  if (rows[0] === undefined) throw new Error(`${student} has no agreement`);
  return `/agreements/${rows[0].id}`;
}

/** The page of the framework agreement that this student's agreement refers to. */
export async function termsOf(visitor: Visitor, student: string): Promise<string> {
  const path = `/api${await agreementOf(visitor, student)}`;
  const { refersTo } = await visitor.read<{ refersTo: { id: string } | null }>(path);
  if (refersTo === null) throw new Error(`${student}'s agreement refers to no framework agreement`);
  return `/agreements/${refersTo.id}`;
}

/** The newest version of the demo's own qualification. */
export async function qualificationOf(visitor: Visitor): Promise<string> {
  const answer = await visitor.read<{ rows: { versionId: string }[] }>("/api/frameworks");
  const first = answer.rows[0];
  if (first === undefined) throw new Error("the demo has no qualification");
  return first.versionId;
}

export async function workplaceOf(visitor: Visitor, placementId: string): Promise<string> {
  const { workplace } = await visitor.read<{ workplace: { id: string } }>(
    `/api/placements/${placementId}`,
  );
  return workplace.id;
}

/** The first requirement that the visitor's provider has no card for in English. */
export async function unwrittenCardOf(visitor: Visitor): Promise<string> {
  const { me } = await visitor.read<{ me: { memberships: { providerId: string }[] } }>("/api/me");
  const { rows } = await visitor.read<{ rows: { requirementId: string }[] }>(
    `/api/providers/${me.memberships[0]?.providerId}/missing-cards?language=en`,
  );
  const first = rows[0];
  if (first === undefined) throw new Error("every card is written");
  return first.requirementId;
}
