import type { Buffer } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Command } from "commander";
import { type FrameworkReading, MAX_FILE_BYTES } from "#features/frameworks/read-framework.ts";
import {
  type BytesRefusal,
  readFrameworkFile,
  recordCommandImport,
  type Stored,
  storeFramework,
  tooLarge,
} from "#features/frameworks/server/api.ts";
import { countsOf } from "#features/frameworks/summary.ts";
import { m } from "#messages/server";
import { asApp } from "#server/database/database.ts";
import { chooseText, type LocalisedText } from "#shared/language.ts";
import { withHouse } from "./cli-house.ts";

/** "kisalli framework import FILE [--json]" */
export function frameworkCommand(): Command {
  const command = new Command("framework").description("Qualification requirements").exitOverride();
  command
    .command("import")
    .description("import an ePerusteet export; the same content again changes nothing")
    .argument("<file>", "the JSON file of one qualification")
    .option("--json", "print what was read as one JSON object")
    .action((file: string, options: { json?: boolean }) => importFile(file, options.json === true));
  return command;
}

const BAD_INPUT = 2;
/** The command line speaks English. */
const ENGLISH = { locale: "en" } as const;

async function importFile(file: string, json: boolean): Promise<void> {
  const bytes = await readBytes(file);
  if (bytes === undefined) return;
  const read = readFrameworkFile(bytes);
  if (!read.ok) return refuseFile(file, read.refusal);
  const stored = await store(read.value, bytes, path.basename(file));
  if (json) {
    process.stdout.write(`${JSON.stringify(answerOf(read.value, stored))}\n`);
    if (!stored.changed) process.stderr.write(`${sayStored(read.value, stored)}\n`);
  } else {
    process.stdout.write(`${sayStored(read.value, stored)}\n${sayCounts(read.value)}\n`);
  }
}

/** A file over the limit is refused by its size, unread. */
async function readBytes(file: string): Promise<Buffer | undefined> {
  try {
    const { size } = await stat(file);
    if (size <= MAX_FILE_BYTES) return await readFile(file);
    refuseFile(file, tooLarge(size).refusal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    process.stderr.write(`${m.framework_cli_no_file({ file }, ENGLISH)} (${String(error.code)})\n`);
    process.exitCode = BAD_INPUT;
  }
  return undefined;
}

function refuseFile(file: string, refusal: BytesRefusal): void {
  process.stderr.write(`${file}: ${sentenceOf(refusal)}\n`);
  process.exitCode = BAD_INPUT;
}

function sentenceOf({ code, params = {} }: BytesRefusal): string {
  const number = (name: string) => Number(params[name] ?? 0);
  const place = { line: number("line"), column: number("column") };
  const at = { path: typeof params.path === "string" ? params.path : "$" };
  const size = { megabytes: number("megabytes"), limit: number("limit") };
  const sentences: Record<BytesRefusal["code"], () => string> = {
    file_empty: () => m.problem_file_empty({}, ENGLISH),
    file_cut_off: () => m.problem_file_cut_off(place, ENGLISH),
    file_not_json: () => m.problem_file_not_json(place, ENGLISH),
    file_not_text: () => m.problem_file_not_text(place, ENGLISH),
    file_too_deep: () => m.problem_file_too_deep(place, ENGLISH),
    file_too_large: () => m.problem_file_too_large(size, ENGLISH),
    file_not_qualification: () => m.problem_file_not_qualification(at, ENGLISH),
    file_wrong_type: () => m.problem_file_wrong_type(at, ENGLISH),
    file_no_register_number: () => m.problem_file_no_register_number(at, ENGLISH),
    file_no_units: () => m.problem_file_no_units(at, ENGLISH),
  };
  return sentences[code]();
}

/** As the server's own role, in one transaction with its audit row. */
function store(reading: FrameworkReading, bytes: Buffer, fileName: string): Promise<Stored> {
  return withHouse(({ db, clock }) =>
    asApp(db, { personId: null, providerIds: [] }, async (tx) => {
      const at = clock.now();
      const stored = await storeFramework(tx, reading, { bytes, fileName, at, importedBy: null });
      if (stored.changed) await recordCommandImport(tx, at, stored);
      return stored;
    }),
  );
}

function answerOf({ framework, languages, remarks }: FrameworkReading, { frameworkId }: Stored) {
  const { registerNumber, name, kind, validFrom, validTo, transitionEndsOn } = framework;
  return {
    frameworkId,
    registerNumber,
    name: inAllLanguages(name),
    kind,
    validFrom,
    validTo,
    transitionEndsOn,
    ...countsOf(framework),
    languages,
    warnings: remarks,
  };
}

function inAllLanguages({
  fi = null,
  sv = null,
  en = null,
}: { [L in keyof LocalisedText]?: string | null }) {
  return { fi, sv, en };
}

function sayStored({ framework }: FrameworkReading, { changed, number }: Stored): string {
  const words = {
    name: chooseText(framework.name, "en")?.text ?? framework.key,
    register: framework.key,
    number,
  };
  return changed
    ? m.framework_cli_imported(words, ENGLISH)
    : m.framework_cli_unchanged(words, ENGLISH);
}

function sayCounts({ framework, remarks }: FrameworkReading): string {
  return m.framework_cli_counts({ ...countsOf(framework), remarks: remarks.length }, ENGLISH);
}
