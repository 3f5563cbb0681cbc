import type { RegisterFilters } from "./register.contract.ts";
import { STANDINGS, type Standing, USUAL_DAYS } from "./register.ts";

/** What is known of one workplace that stands by itself, whatever day and period are asked about. */
export type PlaceFacts = {
  readonly id: string;
  readonly name: string;
  readonly employerName: string;
  readonly businessId: string;
  readonly municipality: string;
  readonly fields: readonly string[];
  readonly tutors: number;
  /** The day on which the first kind of paper ends; "infinity" = none ends. */
  readonly papersUntil: string | null;
  readonly contactedOn: string | null;
  readonly outcome: string | null;
  readonly decidedUntil: string | null;
  /** Places agreed; those merged into one another have agreed each for itself. */
  readonly agreed: readonly {
    readonly at: string;
    readonly field: string;
    readonly from: string;
    readonly until: string;
    readonly places: number;
  }[];
  /** Placements that run or are to come. */
  readonly stays: readonly {
    readonly running: boolean;
    readonly from: string;
    readonly until: string;
  }[];
  /** Its place in the order of municipalities; the facts come in the order of names. */
  readonly byMunicipality: number;
};

export type Counted = { value: string; count: number }[];
type Asked = {
  readonly filters: RegisterFilters;
  readonly today: string;
  /** The workplaces where the requirement is covered; null = not asked. */
  readonly covering: ReadonlySet<string> | null;
};
type Judged = {
  readonly facts: PlaceFacts;
  readonly places: number;
  readonly left: number;
  readonly papers: "valid" | "ended" | "none";
  readonly standing: Standing;
  /** The filters that keep it out, a bit each; 0 = it passes. */
  fails: number;
};

const BITS = {
  find: 1,
  field: 2,
  place: 4,
  room: 8,
  papers: 16,
  contacted: 32,
  standing: 64,
  requirement: 128,
} as const;
type Filter = keyof typeof BITS;

/** The window of the list, and how many each other filter would show. */
export function listRegister(
  all: readonly PlaceFacts[],
  asked: Asked,
  window: { offset: number; limit: number },
) {
  const judged = all.map(judging(asked));
  const passed = judged.filter(({ fails }) => fails === 0);
  const but = (filter: Filter) =>
    judged.filter(({ fails }) => (fails | BITS[filter]) === BITS[filter]);
  const recent = daysBefore(asked.today, USUAL_DAYS);
  const contacts = but("contacted");
  const contacted = contacts.filter(({ facts }) => (facts.contactedOn ?? "") >= recent).length;
  const sorted = inOrder(passed, asked.filters.sort ?? "name");
  return {
    rows: sorted.slice(window.offset, window.offset + window.limit).map((one) => rowOf(one)),
    total: passed.length,
    all: all.length,
    counts: {
      field: countedBy(but("field"), ({ facts }) => facts.fields),
      place: countedBy(but("place"), ({ facts }) => [facts.municipality]),
      papers: countedBy(but("papers"), ({ papers }) => [papers]),
      standing: countedBy(but("standing"), ({ standing }) => [standing]),
      room: but("room").filter(({ left }) => left > 0).length,
      contacted,
      notContacted: contacts.length - contacted,
    },
  };
}

function judging(asked: Asked) {
  const { filters, today } = asked;
  const from = filters.from ?? today;
  const period = { from, until: filters.until ?? from };
  const tests = testsOf(asked);
  return (facts: PlaceFacts): Judged => {
    const { papersUntil } = facts;
    const papers = papersUntil === null ? "none" : papersUntil < today ? "ended" : "valid";
    const room = roomOf(facts, period, filters.field);
    const standing = standingOn(today, facts);
    const one: Judged = { facts, places: room.places, left: room.left, papers, standing, fails: 0 };
    for (const [filter, passes] of tests) if (!passes(one)) one.fails |= BITS[filter];
    return one;
  };
}

type Test = readonly [Filter, (one: Judged) => boolean];

/** Each filter that was asked for as a question to one workplace. */
function testsOf({ filters, today, covering }: Asked): Test[] {
  const { find = "", field = "", place, papers, contacted: days = 0, standing } = filters;
  const words = find.toLowerCase();
  const since = daysBefore(today, Math.abs(days));
  const isRecent = ({ contactedOn }: PlaceFacts) => (contactedOn ?? "") >= since;
  const isOf = (town: string) => town.toLowerCase() === place?.toLowerCase();
  const all: (Test | false)[] = [
    words !== "" && ["find", ({ facts }) => textOf(facts).includes(words)],
    field !== "" && ["field", ({ facts }) => facts.fields.includes(field)],
    Boolean(place) && ["place", ({ facts }) => isOf(facts.municipality)],
    filters.room !== undefined && ["room", ({ left }) => left > 0],
    papers !== undefined && ["papers", (one) => one.papers === papers],
    days !== 0 && ["contacted", ({ facts }) => isRecent(facts) === days > 0],
    standing !== undefined && ["standing", (one) => one.standing === standing],
    covering !== null && ["requirement", ({ facts }) => covering.has(facts.id)],
  ];
  return all.filter((one) => one !== false);
}

function textOf({ name, employerName, municipality, businessId }: PlaceFacts): string {
  return `${name} ${employerName} ${municipality} ${businessId}`.toLowerCase();
}

function standingOn(today: string, { outcome, decidedUntil }: PlaceFacts): Standing {
  if (outcome === null) return "none";
  if (decidedUntil !== null && decidedUntil < today) return "ended";
  const known = STANDINGS.find((one) => one === outcome);
  if (known === undefined) throw new Error(`unknown outcome of a decision: ${outcome}`);
  return known;
}

type Period = { readonly from: string; readonly until: string };

/** Places of the field that nobody has taken: students have no field, so they take of all. */
function roomOf({ agreed, stays }: PlaceFacts, period: Period, field: string | undefined) {
  const shares = (one: Period) => one.from <= period.until && one.until >= period.from;
  let total = 0;
  let ofField = 0;
  for (const one of mostOfEach(agreed.filter(shares))) {
    total += one.places;
    if (field === undefined || one.field === field) ofField += one.places;
  }
  let taken = 0;
  for (const stay of stays) if (shares(stay)) taken += 1;
  return { places: ofField, left: Math.max(0, Math.min(total - taken, ofField)) };
}

/** Of several agreed one after the other in a long period, the most. */
function mostOfEach(agreed: PlaceFacts["agreed"]): PlaceFacts["agreed"] {
  if (agreed.length < 2) return agreed;
  const most = new Map<string, PlaceFacts["agreed"][number]>();
  for (const one of agreed) {
    const key = `${one.at} ${one.field}`;
    if (one.places > (most.get(key)?.places ?? 0)) most.set(key, one);
  }
  return [...most.values()];
}

function rowOf({ facts, places, left, standing }: Judged) {
  const { agreed: _agreed, stays, outcome: _outcome, ...known } = facts;
  const { decidedUntil: _decided, byMunicipality: _order, ...shown } = known;
  const running = stays.filter((stay) => stay.running).length;
  return {
    ...shown,
    fields: [...facts.fields],
    running,
    coming: stays.length - running,
    places,
    left,
    papersUntil: facts.papersUntil === "infinity" ? null : facts.papersUntil,
    standing,
  };
}

const byText = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/** Sorting keeps the order of names among equals. */
function inOrder(
  judged: readonly Judged[],
  sort: NonNullable<RegisterFilters["sort"]>,
): readonly Judged[] {
  switch (sort) {
    case "name":
      return judged;
    case "municipality":
      return judged.toSorted((a, b) => a.facts.byMunicipality - b.facts.byMunicipality);
    case "room":
      return judged.toSorted((a, b) => b.left - a.left);
    case "papers":
      return judged.toSorted((a, b) =>
        byText(a.facts.papersUntil ?? "", b.facts.papersUntil ?? ""),
      );
    case "contacted":
      return judged.toSorted((a, b) =>
        byText(a.facts.contactedOn ?? "", b.facts.contactedOn ?? ""),
      );
  }
}

function countedBy(
  judged: readonly Judged[],
  valuesOf: (one: Judged) => readonly string[],
): Counted {
  const counts = new Map<string, number>();
  for (const one of judged) {
    for (const value of valuesOf(one)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || byText(a.value, b.value));
}

function daysBefore(day: string, days: number): string {
  return Temporal.PlainDate.from(day).subtract({ days }).toString();
}
