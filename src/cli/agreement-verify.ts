import { readFile, stat } from "node:fs/promises";
import { Command } from "commander";
import {
  LARGEST_PAPER,
  type PaperFault,
  type PaperVerdict,
  type Touched,
  verifyPaper,
} from "#features/agreements/verify-paper.ts";
import { m } from "#messages/server";
import { addPaperCommands } from "./agreement-papers.ts";

const EXIT = { whole: 0, changed: 1, not_ours: 2 } as const;
/** The command line speaks English. */
const ENGLISH = { locale: "en" } as const;

/** "kisalli agreement list | pdf | verify": what was signed, as files, and whether such a file is whole. */
export function agreementCommand(): Command {
  const command = new Command("agreement").description("Signed agreements").exitOverride();
  addPaperCommands(command);
  command
    .command("verify")
    .description("whether a signed PDF is whole, and what changed; needs no database")
    .argument("<file>", "the PDF file")
    .option("--json", "print {verdict, reason, faults, seal, agreement} as one JSON object")
    .action((file: string, { json }: { json?: boolean }) => verify(file, json === true));
  return command;
}

async function verify(file: string, json: boolean): Promise<void> {
  const bytes = await bytesOf(file);
  if (bytes === undefined) return;
  const verdict =
    bytes === "too_large"
      ? ({ verdict: "not_ours", reason: "too_large" } as const)
      : await verifyPaper(bytes);
  process.stdout.write(
    json
      ? `${JSON.stringify(asJson(verdict))}\n`
      : `${sentencesOf(verdict).map(shown).join("\n")}\n`,
  );
  process.exitCode = EXIT[verdict.verdict];
}

/** What stands in a file from outside moves no cursor and turns no line: a changed file could call itself whole. */
function shown(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
}

async function bytesOf(file: string): Promise<Uint8Array | "too_large" | undefined> {
  try {
    const { size } = await stat(file);
    return size > LARGEST_PAPER ? "too_large" : await readFile(file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const words = { file, reason: String(error.code) };
    process.stderr.write(`${m.verify_cli_no_file(words, ENGLISH)}\n`);
    process.exitCode = EXIT.not_ours;
    return undefined;
  }
}

function asJson(verdict: PaperVerdict) {
  if (verdict.verdict === "not_ours") return verdict;
  const { evidence, ...rest } = verdict;
  if (evidence === null) return { ...rest, agreement: null };
  const { agreementId, number, providerName, textHash, signatures, completedAt } = evidence;
  const agreement = { id: agreementId, number, providerName, textHash, signatures, completedAt };
  return { ...rest, agreement };
}

function sentencesOf(verdict: PaperVerdict): string[] {
  if (verdict.verdict === "not_ours") {
    const reasons = {
      no_pdf: m.verify_no_pdf,
      no_evidence: m.verify_no_evidence,
      too_large: m.verify_too_large,
    };
    return [`${m.verify_not_ours({}, ENGLISH)}. ${reasons[verdict.reason]({}, ENGLISH)}`];
  }
  const { faults, seal, evidence, touched } = verdict;
  const head =
    verdict.verdict === "whole"
      ? `${m.verify_whole({}, ENGLISH)}. ${m.verify_whole_text({}, ENGLISH)}`
      : `${m.verify_changed({}, ENGLISH)}. ${m.verify_changed_text({}, ENGLISH)}`;
  const lines = [head, ...faults.flatMap(faultLines)];
  if (faults.some(({ code }) => code === "bytes_changed")) lines.push(...touchedLines(touched));
  if (seal !== null) {
    lines.push(`${m.verify_sealed_by({}, ENGLISH)}: ${seal.subject}`);
    lines.push(`${m.verify_fingerprint({}, ENGLISH)}: ${seal.fingerprint}`);
  }
  const signed = evidence?.signatures.map(({ personName, at }) => `${personName} ${at}`) ?? [];
  if (signed.length > 0) lines.push(`${m.verify_signed_by({}, ENGLISH)}: ${signed.join(", ")}`);
  return lines;
}

function faultLines(fault: PaperFault): string[] {
  const sentence = faultSentence(fault);
  if (fault.code !== "page_differs") return [sentence];
  return [
    sentence,
    ...fault.differences.map(({ section, row, page, signed, shown }) => {
      const place = [section, row].filter(Boolean).join(": ");
      return `  ${place} (${page ?? "-"})\n    - ${signed}\n    + ${shown}`;
    }),
  ];
}

function touchedLines({ pages, typeface, record, pagesHold }: Touched): string[] {
  const lines = [
    ...(pages.length > 0 ? [m.verify_touched_pages({ pages: pages.join(", ") }, ENGLISH)] : []),
    ...(typeface ? [m.verify_touched_typeface({}, ENGLISH)] : []),
    ...(record ? [m.verify_touched_record({}, ENGLISH)] : []),
  ];
  if (lines.length > 0) return lines;
  return [pagesHold ? m.verify_touched_frame({}, ENGLISH) : m.verify_touched_unknown({}, ENGLISH)];
}

function faultSentence(fault: PaperFault): string {
  switch (fault.code) {
    case "saved_again":
      return m.verify_fault_saved_again({}, ENGLISH);
    case "bytes_changed":
      return m.verify_fault_bytes_changed({}, ENGLISH);
    case "added_after_seal":
      return m.verify_fault_added({ bytes: fault.bytes }, ENGLISH);
    case "seal_altered":
      return m.verify_fault_seal_altered({}, ENGLISH);
    case "certificate_not_valid":
      return m.verify_fault_certificate({}, ENGLISH);
    case "time_stamp_wrong":
      return m.verify_fault_time_stamp({}, ENGLISH);
    case "evidence_unreadable":
      return m.verify_fault_evidence({}, ENGLISH);
    case "text_altered":
      return fault.sections.length === 0
        ? m.verify_fault_facts({}, ENGLISH)
        : m.verify_fault_text({ sections: fault.sections.join(", ") }, ENGLISH);
    case "signature_altered":
      return m.verify_fault_signature(fault, ENGLISH);
    case "signature_of_other_text":
      return m.verify_fault_other_text(fault, ENGLISH);
    case "chain_broken":
      return m.verify_fault_chain(fault, ENGLISH);
    case "nobody_signed":
      return m.verify_fault_nobody({}, ENGLISH);
    case "page_differs":
      return m.verify_fault_pages({ count: fault.differences.length }, ENGLISH);
    case "pages_unread":
      return m.verify_fault_pages_unread({}, ENGLISH);
  }
}
