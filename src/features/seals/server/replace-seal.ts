import { finishWaiting } from "#features/agreements/server/api.ts";
import type { DeedContext } from "#server/deed.ts";
import { keepSeal, type NewSeal, readCertificate } from "./keep-seal.ts";
import { retireSeal } from "./seal.queries.ts";

/** Puts a key into use in the former one's place; papers that waited for a valid seal are made now. */
export async function replaceSeal(
  { tx, at, house }: DeedContext,
  seal: NewSeal,
): Promise<{ id: string; fingerprint: string }> {
  const [own] = seal.key.certificates;
  if (own === undefined) throw new Error("a seal has a certificate");
  await retireSeal(tx, seal.providerId, at.toString());
  const id = await keepSeal(house, tx, at, seal);
  await finishWaiting(house, tx, seal.providerId);
  return { id, fingerprint: readCertificate(own).fingerprint };
}
