import type { Evidence } from "./evidence.ts";
import { checkEvidence, type EvidenceFault, type EvidenceFinding } from "./verify-evidence.ts";
import { findAttachment, namesEvidence, type PdfFile } from "./verify-file.ts";
import { latin1Of } from "./verify-machine.ts";
import { checkSeal, type SealFacts, type SealFault } from "./verify-seal.ts";

/** A larger file is none of ours. */
export const LARGEST_PAPER = 30 * 1024 * 1024;

export type PaperFault = SealFault | EvidenceFault;

export type PaperVerdict =
  | {
      readonly verdict: "whole" | "changed";
      /** What changed; empty when the paper is whole. */
      readonly faults: readonly PaperFault[];
      /** Null when there is no certificate to read. */
      readonly seal: SealFacts | null;
      /** Null when it cannot be read. */
      readonly evidence: Evidence | null;
      /** The text and its signatures agree with one another: what was signed is known, whatever the pages show. */
      readonly evidenceHolds: boolean;
    }
  | { readonly verdict: "not_ours"; readonly reason: "no_pdf" | "no_evidence" | "too_large" };

/**
 * Whether a file is a signed agreement as it left this product: seal, text and chain of signatures, from the
 * file alone. The seal's certificate says who sealed it; whether that name is to be trusted is not in the file.
 */
export async function verifyPaper(bytes: Uint8Array): Promise<PaperVerdict> {
  if (bytes.length > LARGEST_PAPER) return { verdict: "not_ours", reason: "too_large" };
  const file: PdfFile = { bytes, text: latin1Of(bytes) };
  const attached = await findAttachment(file, "kisalli-agreement-1");
  if (attached === null && !namesEvidence(file)) {
    const reason = file.text.slice(0, 1_024).includes("%PDF-") ? "no_evidence" : "no_pdf";
    return { verdict: "not_ours", reason };
  }
  const seal = await checkSeal(file);
  const evidence = await checkEvidence(attached);
  const faults = [...seal.faults, ...evidence.faults];
  return {
    verdict: faults.length === 0 ? "whole" : "changed",
    faults,
    seal: seal.facts,
    evidence: evidence.evidence,
    evidenceHolds: holds(evidence),
  };
}

function holds({ faults, evidence }: EvidenceFinding): boolean {
  return evidence !== null && faults.length === 0;
}
