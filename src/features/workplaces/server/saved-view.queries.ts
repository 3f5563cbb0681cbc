import type { Tx } from "#server/database/database.ts";

type SavedView = {
  readonly id: string;
  readonly providerId: string;
  readonly ownerId: string;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
  readonly version: number;
  readonly deletedAt: string | null;
};

/** Adds or changes it; false when somebody else's has this id. */
export async function saveView(tx: Tx, view: SavedView, isNew: boolean): Promise<boolean> {
  const values = {
    name: view.name,
    query: view.query,
    shared: view.shared,
    version: view.version,
    deleted_at: view.deletedAt,
  };
  if (!isNew) {
    await tx.updateTable("saved_view").set(values).where("id", "=", view.id).execute();
    return true;
  }
  const added = await tx
    .insertInto("saved_view")
    .values({ provider_id: view.providerId, id: view.id, owner_id: view.ownerId, ...values })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}
