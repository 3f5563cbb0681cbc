import { deed, type RefusalOf } from "#server/deed.ts";
import type { SealKey } from "#server/pdf/seal-key.ts";
import { accept, type Outcome, refuse } from "#shared/outcome.ts";
import { bringSeal, LARGEST_P12 } from "../seals.contract.ts";
import { mayKeepSeals } from "../seals.policy.ts";
import { readCertificate } from "./keep-seal.ts";
import { openP12 } from "./open-p12.ts";
import { replaceSeal } from "./replace-seal.ts";
import { findInUse, lockSeals } from "./seal.queries.ts";

/** An own PKCS #12 from an authority. The key is kept locked; neither it nor the password is in any record. */
export const bringSealRoute = deed(bringSeal, async (context, { params: { providerId }, body }) => {
  const { tx, actor, at, audit } = context;
  if (!mayKeepSeals(actor, providerId).allowed) return refuse("not_found");
  const read = await keyIn(body, at);
  if (!read.ok) return read;
  const key = read.value;
  await lockSeals(tx, providerId);
  const [own] = key.certificates;
  const inUse = await findInUse(tx, providerId);
  if (own !== undefined && inUse?.fingerprint === readCertificate(own).fingerprint) {
    return refuse("seal_in_use");
  }
  const seal = { providerId, key, addedBy: actor.personId };
  const { id, fingerprint } = await replaceSeal(context, seal);
  await audit({
    deed: "bring-seal",
    subjectKind: "seal",
    subjectId: id,
    providerId,
    change: { fingerprint },
  });
  return accept({ done: true } as const);
});

async function keyIn(
  { file, password }: { readonly file: string; readonly password: string },
  at: Temporal.Instant,
): Promise<Outcome<SealKey, RefusalOf<typeof bringSeal>>> {
  const bytes = Buffer.from(file, "base64");
  if (bytes.length > LARGEST_P12) return refuse("seal_too_large");
  const key = await openP12(bytes, password);
  if (typeof key === "string") return refuse(key);
  const [own] = key.certificates;
  if (own === undefined) return refuse("seal_no_certificate");
  const { validFrom, validUntil } = readCertificate(own);
  const isValid =
    Temporal.Instant.compare(at, validFrom) >= 0 && Temporal.Instant.compare(at, validUntil) <= 0;
  return isValid
    ? accept(key)
    : refuse("seal_not_valid", { from: validFrom.toString(), until: validUntil.toString() });
}
