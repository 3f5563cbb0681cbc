import type { Evidence } from "./evidence.ts";
import { differencesOf, type PageDifference } from "./verify-difference.ts";
import { checkEvidence, type EvidenceFault, type EvidenceFinding } from "./verify-evidence.ts";
import { findAttachment, namesEvidence, type PdfFile } from "./verify-file.ts";
import { latin1Of } from "./verify-machine.ts";
import { type PagesReading, readPages } from "./verify-pages.ts";
import { checkSeal, type SealFacts, type SealFault } from "./verify-seal.ts";

/** A larger file is none of ours. */
export const LARGEST_PAPER = 30 * 1024 * 1024;

export type PageFault =
  /** A page shows another text than the one that was signed. */
  | { readonly code: "page_differs"; readonly differences: readonly PageDifference[] }
  /** The seal holds, and yet the pages are not built as ours are: what they show is not known. */
  | { readonly code: "pages_unread" };

export type PaperFault = SealFault | EvidenceFault | PageFault;

/** Where the changed bytes are, as far as the file itself can tell. */
export type Touched = {
  readonly pages: readonly number[];
  readonly typeface: boolean;
  readonly record: boolean;
  /** The pages were read and show what was signed. */
  readonly pagesHold: boolean;
};

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
      readonly touched: Touched;
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
  const pages = await checkPages(file, evidence.evidence, seal.faults.length === 0);
  const faults = [...seal.faults, ...evidence.faults, ...pages.faults];
  return {
    verdict: faults.length === 0 ? "whole" : "changed",
    faults,
    seal: seal.facts,
    evidence: evidence.evidence,
    evidenceHolds: holds(evidence),
    touched: { ...pages.touched, record: !holds(evidence) },
  };
}

async function checkPages(file: PdfFile, evidence: Evidence | null, isSealed: boolean) {
  const reading = await readPages(file);
  const readable = reading.brokenPages.length === 0 && !reading.brokenTypeface;
  const differences =
    evidence === null || reading.texts === null || !readable
      ? []
      : differencesOf(evidence.text.papers[evidence.language], reading.texts);
  const faults: PageFault[] = differences.length > 0 ? [{ code: "page_differs", differences }] : [];
  if (reading.texts === null && isSealed) faults.push({ code: "pages_unread" });
  return { faults, touched: touchedBy(reading, differences, evidence !== null && readable) };
}

function touchedBy(
  { texts, brokenPages, brokenTypeface }: PagesReading,
  differences: readonly PageDifference[],
  isCompared: boolean,
): Omit<Touched, "record"> {
  const differing = differences.flatMap(({ page }) => page ?? []);
  return {
    pages: [...new Set([...brokenPages, ...differing])].sort((a, b) => a - b),
    typeface: brokenTypeface,
    pagesHold: isCompared && texts !== null && differences.length === 0,
  };
}

function holds({ faults, evidence }: EvidenceFinding): boolean {
  return evidence !== null && faults.length === 0;
}
