import { createHash, X509Certificate } from "node:crypto";
import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import type { SealKey } from "#server/pdf/seal-key.ts";
import { lockKey } from "./lock-key.ts";
import { insertSeal } from "./seal.queries.ts";

export type NewSeal = {
  readonly providerId: string;
  readonly key: SealKey;
  /** Who brought it; null when the server made it. */
  readonly addedBy: string | null;
};

/** What the certificate says of itself, in words for people and as instants. */
export function readCertificate(der: Buffer) {
  const certificate = new X509Certificate(der);
  return {
    subject: certificate.subject.replaceAll("\n", ", "),
    fingerprint: createHash("sha256").update(der).digest("hex"),
    validFrom: Temporal.Instant.fromEpochMilliseconds(certificate.validFromDate.getTime()),
    validUntil: Temporal.Instant.fromEpochMilliseconds(certificate.validToDate.getTime()),
  };
}

/** Keeps a key as the one in use; the caller has retired the former. */
export async function keepSeal(
  { config }: House,
  tx: Tx,
  at: Temporal.Instant,
  { providerId, key, addedBy }: NewSeal,
): Promise<string> {
  const id = newId();
  const [own] = key.certificates;
  if (own === undefined) throw new Error("a seal has a certificate");
  const { subject, fingerprint, validFrom, validUntil } = readCertificate(own);
  await insertSeal(tx, {
    provider_id: providerId,
    id,
    locked_key: lockKey(config.secret, id, key.privateKey),
    certificates: [...key.certificates],
    subject,
    fingerprint,
    valid_from: validFrom.toString(),
    valid_until: validUntil.toString(),
    origin: addedBy === null ? "made" : "brought",
    added_by: addedBy,
    added_at: at.toString(),
  });
  return id;
}
