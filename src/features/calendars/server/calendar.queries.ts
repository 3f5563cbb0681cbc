import { type SqlBool, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import { OVER } from "#features/placements/placement.ts";
import type { Database, Tx } from "#server/database/database.ts";
import type { Notice, Told } from "../calendar.ts";

export type Place = { readonly id: string; readonly provider_id: string };

/** What an appointment says of its placement. */
const GROUND = [
  "placement.id",
  "placement.provider_id",
  "placement.state",
  "placement.ends_on",
  "placement.student_id",
  "placement.tutor_id",
  "placement.teacher_id",
  "student.given_name as student_name",
  "workplace.name as workplace_name",
  "workplace.street",
  "workplace.municipality",
  "provider.name as provider_name",
  "provider.time_zone",
] as const;

function grounds(tx: Tx) {
  return tx
    .selectFrom("placement")
    .innerJoin("person as student", "student.id", "placement.student_id")
    .innerJoin("workplace", "workplace.id", "placement.workplace_id")
    .innerJoin("provider", "provider.id", "placement.provider_id")
    .select(GROUND);
}

/** The placement, locked: of two jobs at once the second finds what the first has told. */
export function lockGround(tx: Tx, placementId: string) {
  return grounds(tx)
    .where("placement.id", "=", placementId)
    .forUpdate("placement")
    .executeTakeFirst();
}

export type Ground = NonNullable<Awaited<ReturnType<typeof lockGround>>>;

export function findGround(tx: Tx, placementId: string) {
  return grounds(tx).where("placement.id", "=", placementId).executeTakeFirstOrThrow();
}

/** Talks that are planned and not held. */
export function listOpenTalks(tx: Tx, placement: Place) {
  return tx
    .selectFrom("talk")
    .select(["id", "kind", "planned_at", "minutes", "place"])
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .where("held_at", "is", null)
    .orderBy("planned_at")
    .execute();
}

export function listTold(tx: Tx, placement: Place) {
  return tx
    .selectFrom("calendar_event")
    .select([
      "talk_id",
      "sequence",
      "kind",
      "starts_at",
      "minutes",
      "place",
      "people",
      "cancelled_at",
    ])
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .execute();
}

export async function saveTold(tx: Tx, placement: Place, told: Told, at: string): Promise<void> {
  const now = {
    sequence: told.sequence,
    kind: told.kind,
    starts_at: told.at,
    minutes: told.minutes,
    place: told.place,
    people: [...told.people],
    told_at: at,
    cancelled_at: told.cancelled ? at : null,
  };
  await tx
    .insertInto("calendar_event")
    .values({
      provider_id: placement.provider_id,
      placement_id: placement.id,
      talk_id: told.talkId,
      ...now,
    })
    .onConflict((conflict) => conflict.columns(["provider_id", "talk_id"]).doUpdateSet(now))
    .execute();
}

export function listReceivers(tx: Tx, { to }: Notice) {
  return tx
    .selectFrom("person")
    .select(["id", "given_name", "family_name", "email", "language"])
    .where("id", "in", [...to])
    .where("email", "is not", null)
    .execute();
}

/** One planned talk with the revision its invitation has. */
export function findTalk(tx: Tx, placement: Place, talkId: string) {
  return tx
    .selectFrom("talk as t")
    .leftJoin("calendar_event as e", (join) =>
      join.onRef("e.talk_id", "=", "t.id").onRef("e.provider_id", "=", "t.provider_id"),
    )
    .select(["t.id", "t.kind", "t.planned_at", "t.minutes", "t.place", "e.sequence"])
    .where("t.provider_id", "=", placement.provider_id)
    .where("t.placement_id", "=", placement.id)
    .where("t.id", "=", talkId)
    .where("t.planned_at", "is not", null)
    .executeTakeFirst();
}

/** A person's own placements that are not called off, with their planned talks and the newest plan's demonstrations. */
export function listOwn(tx: Tx, personId: string) {
  return grounds(tx)
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom("talk as t")
          .leftJoin("calendar_event as e", (join) =>
            join.onRef("e.talk_id", "=", "t.id").onRef("e.provider_id", "=", "t.provider_id"),
          )
          .select(["t.id", "t.kind", "t.minutes", "t.place", "e.sequence"])
          .select(sql<string>`to_json(t.planned_at)`.as("planned_at"))
          .whereRef("t.provider_id", "=", "placement.provider_id")
          .whereRef("t.placement_id", "=", "placement.id")
          .where("t.planned_at", "is not", null)
          .orderBy("t.planned_at"),
      ).as("talks"),
      sql<unknown>`(select content -> 'demonstrations' from plan_version v
         where v.provider_id = placement.provider_id and v.placement_id = placement.id
         order by number desc limit 1)`.as("demonstrations"),
      sql<number>`coalesce((select max(number) from plan_version v
         where v.provider_id = placement.provider_id and v.placement_id = placement.id), 0)::int`.as(
        "plan_number",
      ),
    ])
    .where(
      sql<SqlBool>`${personId}::uuid in (placement.student_id, placement.tutor_id, placement.teacher_id)`,
    )
    .where("placement.state", "not in", CALLED_OFF)
    .where(sql<SqlBool>`placement.ends_on > current_date - 180`)
    .orderBy("placement.starts_on")
    .execute();
}

/** Over before its time: nothing that was planned is held. */
export const CALLED_OFF = OVER.filter((state) => state === "cancelled" || state === "terminated");

export function findOwnFeed(tx: Tx, personId: string) {
  return tx
    .selectFrom("calendar_feed")
    .select(["shows_names", "made_at", "read_at"])
    .where("person_id", "=", personId)
    .executeTakeFirst();
}

type NewFeed = { personId: string; tokenHash: Buffer; showsNames: boolean; at: string };

/** In place of a former feed. False when the secret is somebody's already. */
export async function saveFeed(tx: Tx, feed: NewFeed): Promise<boolean> {
  await dropFeed(tx, feed.personId);
  const saved = await tx
    .insertInto("calendar_feed")
    .values({
      person_id: feed.personId,
      token_hash: feed.tokenHash,
      shows_names: feed.showsNames,
      made_at: feed.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return saved.numInsertedOrUpdatedRows === 1n;
}

export async function dropFeed(tx: Tx, personId: string): Promise<boolean> {
  const dropped = await tx
    .deleteFrom("calendar_feed")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return dropped.numDeletedRows === 1n;
}

export async function setShowsNames(
  tx: Tx,
  personId: string,
  showsNames: boolean,
): Promise<boolean> {
  const changed = await tx
    .updateTable("calendar_feed")
    .set({ shows_names: showsNames })
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Whose feed this is; its hour of reading is kept, so that the owner sees whether somebody reads it. */
export function openFeed(db: Database, tokenHash: Buffer, at: string) {
  return db
    .updateTable("calendar_feed")
    .from("person")
    .set({ read_at: at })
    .whereRef("person.id", "=", "calendar_feed.person_id")
    .where("token_hash", "=", tokenHash)
    .returning(["calendar_feed.person_id", "shows_names", "person.language"])
    .executeTakeFirst();
}

export function listProviders(db: Database, personId: string) {
  return db
    .selectFrom("membership")
    .select("provider_id")
    .distinct()
    .where("person_id", "=", personId)
    .execute();
}
