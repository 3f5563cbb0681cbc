import { relationOf } from "#features/placements/placement.policy.ts";
import { findVisible } from "#features/placements/server/api.ts";
import { asApp } from "#server/database/database.ts";
import { edge } from "#server/deed.ts";
import { providersOf } from "#shared/actor.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { readFile } from "../file.contract.ts";
import { mayReadFile } from "../file.policy.ts";
import { findFile } from "./file.queries.ts";

/** The bytes, so served that a browser runs nothing in them and keeps no copy. */
export const readFileRoute = edge(readFile, async ({ house, actor, reply }, { params }) => {
  if (actor === null) return refuse("not_found");
  const sight = { personId: actor.personId, providerIds: providersOf(actor) };
  const file = await asApp(house.db, sight, async (tx) => {
    const placement = await findVisible(tx, actor, params.placementId);
    if (placement === null || !mayReadFile(relationOf(actor, placement))) return undefined;
    return findFile(tx, placement.id, params.fileId);
  });
  if (file === undefined) return refuse("not_found");
  reply.headers({
    "content-type": file.media_type,
    "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "private, no-store",
  });
  return accept(file.bytes);
});
