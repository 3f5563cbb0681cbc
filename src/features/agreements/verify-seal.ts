import { type CmsReading, readCms, type SealOwner } from "./verify-cms.ts";
import { findSeal, type PdfFile, type SealPlace } from "./verify-file.ts";
import { join, sha256Bytes } from "./verify-machine.ts";

export type SealFault =
  /** No seal, or one that no longer stands where it says: another program has written the file anew. */
  | { readonly code: "saved_again" }
  /** A byte that the seal covers is another one now. */
  | { readonly code: "bytes_changed" }
  /** Something stands behind what the seal covers. */
  | { readonly code: "added_after_seal"; readonly bytes: number }
  /** The seal itself was altered. */
  | { readonly code: "seal_altered" }
  | { readonly code: "certificate_not_valid"; readonly sealedAt: string }
  | { readonly code: "time_stamp_wrong" };

export type SealFacts = SealOwner & {
  /** By the time stamp, or else by the sealer's own clock. */
  readonly sealedAt: string | null;
  readonly timeStamped: boolean;
  readonly coversBytes: number;
};

export type SealFinding = {
  readonly found: boolean;
  readonly faults: readonly SealFault[];
  /** Null when no certificate can be read. */
  readonly facts: SealFacts | null;
};

/**
 * Whether the seal is whole and covers the total document (PAdES, ETSI EN 319 142-1): it stands alone between
 * the two parts it covers, its digest is theirs, its signature and certificate hold and were valid then.
 */
export async function checkSeal(file: PdfFile): Promise<SealFinding> {
  const place = findSeal(file);
  if (place === null) return { found: false, faults: [{ code: "saved_again" }], facts: null };
  const room = roomAt(file, place);
  if (room === "moved") return { found: true, faults: [{ code: "saved_again" }], facts: null };
  const added = file.bytes.length - place.end;
  const after: SealFault[] = added > 0 ? [{ code: "added_after_seal", bytes: added }] : [];
  const cms = room === "altered" ? null : await readCms(room);
  if (cms === null) {
    return { found: true, faults: [{ code: "seal_altered" }, ...after], facts: null };
  }
  const sealedAt = cms.stamp?.holds === true ? cms.stamp.at : place.claimedAt;
  return {
    found: true,
    faults: [...(await faultsOf(file, place, cms, sealedAt)), ...after],
    facts: {
      ...cms.owner,
      sealedAt,
      timeStamped: cms.stamp?.holds ?? false,
      coversBytes: place.gap - place.start + (place.end - place.rest),
    },
  };
}

async function faultsOf(
  { bytes }: PdfFile,
  { start, gap, rest, end }: SealPlace,
  cms: CmsReading,
  sealedAt: string | null,
): Promise<SealFault[]> {
  const parts = [bytes.subarray(start, gap), bytes.subarray(rest, end)];
  const covered = join(parts, gap - start + (end - rest));
  const isValidThen =
    sealedAt === null || (sealedAt >= cms.owner.validFrom && sealedAt <= cms.owner.validUntil);
  const faults: SealFault[] = [];
  if ((await sha256Bytes(covered)) !== cms.digest) faults.push({ code: "bytes_changed" });
  if (!cms.signatureHolds || !cms.certificateHolds) faults.push({ code: "seal_altered" });
  if (cms.stamp !== null && !cms.stamp.holds) faults.push({ code: "time_stamp_wrong" });
  if (!isValidThen) faults.push({ code: "certificate_not_valid", sealedAt });
  return faults;
}

const HEX = /^(?:[0-9a-f]{2})+$/;

/** The bytes in the gap, which holds one hex string as the sealer wrote it and nothing else. */
function roomAt(
  { text }: PdfFile,
  { start, gap, rest, end }: SealPlace,
): Uint8Array | "moved" | "altered" {
  const inside = text.slice(gap, rest);
  const isPlaced = start === 0 && gap < rest && rest < end && end <= text.length;
  // One changed byte takes one bracket away; a file that was written anew has moved both.
  if (!isPlaced || !(inside.startsWith("<") || inside.endsWith(">"))) return "moved";
  const hex = inside.slice(1, -1);
  if (inside !== `<${hex}>` || !HEX.test(hex)) return "altered";
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16),
  );
}
