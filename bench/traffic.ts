import { randomUUID } from "node:crypto";
import { dayAt, newId, systemClock } from "#server/clock.ts";
import { weekOf } from "#shared/week.ts";
import {
  around,
  benchHash,
  benchToken,
  PLACEMENTS,
  RUNNING,
  TEACHERS,
  type TokenOf,
} from "./bench-id.ts";

/** One request with everything in it that another request of the same kind has differently. */
export type Item = {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly cookie: string | null;
  readonly body: object | null;
  readonly key: string;
  /** The version that was seen, where a deed asks for it. */
  readonly seen?: number;
  /** In the same order for every item of a kind: the statements of one become those of another. */
  readonly own: readonly (string | Buffer)[];
};

export type Traffic = {
  readonly name: string;
  readonly item: (number: number) => Item;
  /** Before each measurement: fresh days and weeks have to be there. */
  readonly writes: boolean;
  /** The door's own limit counts by address, so its callers come from many. */
  readonly manyAddresses: boolean;
};

const WEEKS_OPEN = 4;
const today = dayAt(systemClock.now(), "Europe/Helsinki");
const monday = today.subtract({ days: today.dayOfWeek - 1 });
/** Newest first: weeks that are written and wait for the tutor when a level begins. */
export const OPEN_WEEKS: readonly string[] = Array.from({ length: WEEKS_OPEN }, (_, back) =>
  weekOf(monday.subtract({ days: 7 * (back + 1) })),
);
/** Saturdays and Sundays of these weeks: nobody has written them yet. */
const FREE_DAYS = OPEN_WEEKS.flatMap((_week, back) =>
  [2, 1].map((days) => monday.subtract({ days: 7 * back + days })),
);

const nth = <T>(list: readonly T[], number: number): T => {
  const found = list[number % list.length];
  if (found === undefined) throw new Error("an empty list");
  return found;
};

function item(
  whose: TokenOf,
  number: number,
  request: Pick<Item, "method" | "path" | "body" | "own" | "seen">,
): Item {
  const key = randomUUID();
  return {
    ...request,
    cookie: benchToken(whose, number),
    key,
    own: [benchHash(whose, number), key, ...request.own],
  };
}

function board(number: number): Item {
  const { teacher, teacherId, providerId } = around((number % TEACHERS) * 40);
  const own = [teacherId, providerId];
  return item("teacher", teacher, { method: "GET", path: "/api/board", body: null, own });
}

function placementPage(number: number): Item {
  const { placementId, teacher, teacherId, providerId } = around((number * 37) % PLACEMENTS);
  const own = [teacherId, providerId, placementId];
  return item("teacher", teacher, {
    method: "GET",
    path: `/api/placements/${placementId}`,
    body: null,
    own,
  });
}

/** The register narrowed in one way; each teacher asks with their own word. */
function register(query: string) {
  return (number: number): Item => {
    const { teacher, teacherId, providerId } = around((number % TEACHERS) * 40);
    const path = `/api/workplaces?${query}`;
    const own = [teacherId, providerId];
    return item("teacher", teacher, { method: "GET", path, body: null, own });
  };
}

function weekPage(number: number): Item {
  const placement = nth(RUNNING, number);
  const { placementId, tutorId, providerId } = around(placement);
  const path = `/api/placements/${placementId}/weeks/${OPEN_WEEKS[0]}`;
  return item("tutor", placement, {
    method: "GET",
    path,
    body: null,
    own: [tutorId, providerId, placementId],
  });
}

function linkFace(number: number): Item {
  const placement = nth(RUNNING, number);
  const body = { token: benchToken("link", placement) };
  return {
    method: "POST",
    path: "/api/links/look",
    cookie: null,
    body,
    key: randomUUID(),
    own: [benchHash("link", placement)],
  };
}

type Objectives = ReadonlyMap<string, readonly string[]>;

function dayEntry(objectives: Objectives) {
  return (number: number): Item => {
    const placement = nth(RUNNING, number);
    const { placementId, studentId, providerId, taskId, teacherId } = around(placement);
    const day = nth(FREE_DAYS, Math.floor(number / RUNNING.length));
    const requirementIds = (objectives.get(placementId) ?? []).slice(0, 2);
    const entryId = newId();
    const body = {
      entryId,
      minutes: 450,
      absence: null,
      tasks: [{ taskId }],
      paragraphs: [
        { audience: "all", text: "Asensin kylmiön putkia ja tarkistin liitokset itse." },
        { audience: "teacher", text: "Paineen mittaaminen on vielä vaikeaa." },
      ],
      requirementIds,
      writtenAt: `${day.toString()}T14:00:00Z`,
    };
    const ids = [studentId, providerId, placementId, taskId, teacherId, entryId, ...requirementIds];
    return item("student", placement, {
      method: "PUT",
      path: `/api/placements/${placementId}/days/${day.toString()}`,
      body,
      own: [...ids, day.toString(), weekOf(day)],
    });
  };
}

function confirmation(objectives: Objectives) {
  return (number: number): Item => {
    const placement = nth(RUNNING, number);
    const { placementId, tutorId, providerId } = around(placement);
    const week = nth(OPEN_WEEKS, Math.floor(number / RUNNING.length));
    const requirementId = objectives.get(placementId)?.[0] ?? "";
    const body = { kind: "ok", remark: null, cards: [{ requirementId, level: "help" }] };
    return item("tutor", placement, {
      method: "POST",
      path: `/api/placements/${placementId}/weeks/${week}/confirmation`,
      body,
      own: [tutorId, providerId, placementId, requirementId, week],
    });
  };
}

/** Each running placement has one decision; a new one is made over its whole grid. */
function gridSave(objectives: Objectives) {
  return (number: number): Item => {
    const placement = nth(RUNNING, number);
    const { placementId, providerId, workplaceId, taskId, teacher, teacherId } = around(placement);
    const requirementIds = objectives.get(placementId) ?? [];
    const body = {
      outcome: "suitable",
      reason: "Työtehtävät vastaavat tavoitteita edelleen.",
      conditions: [],
      validUntil: today.add({ days: 200 }).toString(),
      cells: requirementIds.map((requirementId) => ({ requirementId, taskId, level: "done" })),
      gaps: [],
    };
    return item("teacher", teacher, {
      method: "POST",
      path: `/api/placements/${placementId}/suitability`,
      body,
      seen: 1,
      own: [teacherId, providerId, placementId, workplaceId, taskId, ...requirementIds],
    });
  };
}

/** A requirement that decisions cover: an objective of a placement that runs. */
function anObjective(objectives: Objectives): string {
  return objectives.get(around(0).placementId)?.[0] ?? "";
}

/** What is measured, in the words of docs/measurements.md. */
export function allTraffic(objectives: Objectives): Traffic[] {
  const reads = { writes: false, manyAddresses: false };
  const writes = { writes: true, manyAddresses: false };
  return [
    { name: "teacher's board", item: board, ...reads },
    { name: "placement page", item: placementPage, ...reads },
    { name: "register: first window", item: register("sort=name"), ...reads },
    { name: "register: field and room", item: register("field=electrical&room=left"), ...reads },
    { name: "register: papers and contact", item: register("papers=valid&contacted=30"), ...reads },
    {
      name: "register: requirement",
      item: register(`requirement=${anObjective(objectives)}`),
      ...reads,
    },
    { name: "link page: whose link", item: linkFace, writes: false, manyAddresses: true },
    { name: "link page: the week", item: weekPage, ...reads },
    { name: "grid save, write", item: gridSave(objectives), ...writes },
    { name: "day entry, write", item: dayEntry(objectives), ...writes },
    { name: "week confirmation, write", item: confirmation(objectives), ...writes },
  ];
}
