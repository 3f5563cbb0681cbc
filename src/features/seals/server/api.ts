import type { Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import type { SealKey } from "#server/pdf/seal-key.ts";
import { keepSeal } from "./keep-seal.ts";
import { unlockKey } from "./lock-key.ts";
import { makeSealKey } from "./make-key.ts";
import * as queries from "./seal.queries.ts";

/** A seal whose certificate has run out seals nothing more; an admin brings another or has one made. */
export class SealExpired extends Error {
  constructor(validUntil: string) {
    super(`the provider's seal was valid until ${validUntil}`);
  }
}

/** The provider's key in use; made now when there is none yet. Throws SealExpired. */
export async function sealKeyOf(
  house: House,
  tx: Tx,
  providerId: string,
  at: Temporal.Instant,
): Promise<SealKey> {
  const found = await queries.findInUse(tx, providerId);
  if (found === undefined) return firstKey(house, tx, providerId, at);
  if (Temporal.Instant.compare(at, found.valid_until) > 0) throw new SealExpired(found.valid_until);
  return {
    privateKey: unlockKey(house.config.secret, found.id, found.locked_key),
    certificates: found.certificates,
  };
}

async function firstKey(
  house: House,
  tx: Tx,
  providerId: string,
  at: Temporal.Instant,
): Promise<SealKey> {
  await queries.lockSeals(tx, providerId);
  if ((await queries.findInUse(tx, providerId)) !== undefined) {
    return sealKeyOf(house, tx, providerId, at);
  }
  const key = await makeSealKey(await queries.ownerOf(tx, providerId), at);
  await keepSeal(house, tx, at, { providerId, key, addedBy: null });
  return key;
}

/** Why no paper is made now; null when one can be. */
export async function sealFault(
  tx: Tx,
  providerId: string,
  at: Temporal.Instant,
): Promise<"seal_expired" | null> {
  const found = await queries.findInUse(tx, providerId);
  const expired = found !== undefined && Temporal.Instant.compare(at, found.valid_until) > 0;
  return expired ? "seal_expired" : null;
}
