import { restEnds } from "#features/placements/placement.ts";
import type { Tx } from "#server/database/database.ts";
import type { AgreementTemplate } from "../agreement-template.ts";
import { nationalTemplate } from "../national-templates.ts";
import { changesBetween, OWN_CODES } from "../template-versions.ts";
import * as queries from "./template.queries.ts";

/** What a provider has of one template: every version, the newest taken into use, and the one being written. */
export async function templateStateOf(tx: Tx, keys: queries.Keys) {
  const rows = await queries.listVersions(tx, keys);
  const inUse = rows.find(({ state }) => state === "in_use");
  const draft = rows.find(({ state }) => state === "draft");
  return {
    rows,
    template:
      inUse === undefined ? nationalTemplate(keys.basis).template : queries.contentOf(inUse),
    draft: draft === undefined ? null : await withWriters(tx, draft),
    nextNumber: (rows[0]?.number ?? 0) + 1,
  };
}

async function withWriters(
  tx: Tx,
  draft: Awaited<ReturnType<typeof queries.listVersions>>[number],
) {
  const writers = [draft.written_by, ...(await queries.listWriters(tx, draft.id))];
  return { ...draft, template: queries.contentOf(draft), writers };
}

export type TemplateState = Awaited<ReturnType<typeof templateStateOf>>;

/** The wording of this number; undefined when there is none. */
export async function wordingOf(
  tx: Tx,
  keys: queries.Keys,
  number: number,
): Promise<AgreementTemplate | undefined> {
  if (number === 0) return nationalTemplate(keys.basis).template;
  const row = await queries.findVersion(tx, keys, number);
  return row === undefined ? undefined : queries.contentOf(row);
}

export function shownDraft({ template, draft }: TemplateState, at: Temporal.Instant) {
  if (draft === null) return null;
  return {
    number: draft.number,
    version: draft.version,
    writtenBy: draft.writer_name,
    writtenAt: draft.written_at,
    asked: askedOf(draft, at),
    changes: changesBetween(template, draft.template),
  };
}

function askedOf(
  { asked_at, asked_name }: NonNullable<TemplateState["draft"]>,
  at: Temporal.Instant,
) {
  if (asked_at === null) return null;
  const nextAt = restEnds(asked_at);
  return {
    name: asked_name ?? "",
    at: asked_at,
    nextAt: nextAt.toString(),
    rests: Temporal.Instant.compare(at, nextAt) < 0,
  };
}

type Held = Awaited<ReturnType<typeof queries.countHeld>>;

/** Versions that were taken into use, the newest first, and the national wording beneath them all. */
export function shownVersions(
  { rows }: TemplateState,
  { basis }: queries.Keys,
  held: Held,
  today: string,
) {
  const count = (code: string, number: number) =>
    held.find((one) => one.code === code && one.version === String(number))?.count ?? 0;
  const published = rows.filter(({ state }) => state !== "draft");
  const now = published.find(({ in_use_from }) => in_use_from !== null && in_use_from <= today);
  const national = nationalTemplate(basis);
  return [
    ...published.map(({ number, in_use_from, publisher_name, state }) => ({
      number,
      stand: standOf(number === now?.number, state),
      from: in_use_from,
      publishedBy: publisher_name,
      held: count(OWN_CODES[basis], number),
    })),
    {
      number: 0,
      stand: standOf(now === undefined, "retired"),
      from: null,
      publishedBy: null,
      held: count(national.code, national.version),
    },
  ];
}

/** A version taken into use for a coming day leaves the former one in use until then. */
function standOf(isNow: boolean, state: string) {
  if (isNow) return "in_use" as const;
  return state === "in_use" ? ("coming" as const) : ("retired" as const);
}
