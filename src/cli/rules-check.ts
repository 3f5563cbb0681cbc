import { readFile, stat } from "node:fs/promises";
import { Command, InvalidArgumentError, Option } from "commander";
import { wordsOf } from "#features/rules/finding-words.ts";
import { judgeCase } from "#features/rules/judge-case.ts";
import { YOUNG_WORKERS } from "#features/rules/national-pack.ts";
import { type CaseRefusal, readCase } from "#features/rules/read-case.ts";
import { BASES, type Basis } from "#features/rules/rule-pack.ts";
import {
  dayHours,
  MOST_ROWS,
  plainDay,
  regularHours,
  workLog,
} from "#features/rules/work-log.contract.ts";
import type { WorkRow } from "#features/rules/worked-time.ts";
import { m } from "#messages/server";
import { isLanguage, LANGUAGES, type Language } from "#shared/language.ts";

const BAD_INPUT = 2;
const BYTE_ORDER_MARK = /^\uFEFF/;
const MAX_LOG_BYTES = 4 * 1024 * 1024;
const ENGLISH = { locale: "en" } as const;

type Options = {
  readonly birth: string;
  readonly on?: string;
  readonly task: readonly string[];
  readonly hours?: readonly (readonly [string, string])[];
  readonly log?: string;
  readonly basis?: Basis;
  readonly regularHours?: number;
  readonly fact: readonly string[];
  readonly language: string;
  readonly json?: boolean;
};

/** "kisalli rules check ..." and "kisalli rules tasks": the national rule pack, without a database. */
export function rulesCommand(): Command {
  const command = new Command("rules").description("Rule packs: what to check").exitOverride();
  command.addCommand(checkCommand());
  command
    .command("tasks")
    .description("kinds of work and facts that a check understands")
    .action(listTasks);
  return command;
}

function checkCommand(): Command {
  const day = argument(plainDay, "Give a day as 2026-11-23.");
  const hours = argument(dayHours, "Give times as 09:00-17:30 or 08:00-12:00,12:30-16:00.");
  const regular = argument(regularHours, "Give the hours of a regular day, as 8 or 7.5.");
  const collect = (value: string, before: readonly string[]) => [...before, value];
  return new Command("check")
    .description("what the rules for young workers say about a day, a task or a log of hours")
    .exitOverride()
    .requiredOption("--birth <day>", "birth date, 2009-05-14", day)
    .option("--on <day>", "the day asked about, 2026-11-23", day)
    .option("--task <code>", "kind of work; may be repeated (see: rules tasks)", collect, [])
    .addOption(
      new Option("--hours <times>", "09:00-17:30, or parts: 08:00-12:00,12:30-16:00")
        .argParser(hours)
        .conflicts("log"),
    )
    .option("--log <file>", "JSON array of {date, start, end}: each day is judged by its own age")
    .addOption(
      new Option("--basis <basis>", "under which relation").choices(
        BASES.filter((basis) => basis !== "unknown"),
      ),
    )
    .option("--regular-hours <hours>", "regular day of the workplace", regular)
    .option("--fact <code>", "what else is known; may be repeated (see: rules tasks)", collect, [])
    .addOption(new Option("--language <language>").choices([...LANGUAGES]).default("en"))
    .option("--json", "print the findings as one JSON array")
    .action(check);
}

type Reader<T> = {
  safeParse(
    value: string,
  ): { readonly success: true; readonly data: T } | { readonly success: false };
};

function argument<T>(reader: Reader<T>, remedy: string): (value: string) => T {
  return (value) => {
    const read = reader.safeParse(value);
    if (!read.success) throw new InvalidArgumentError(remedy);
    return read.data;
  };
}

async function check(options: Options): Promise<void> {
  const rows = await rowsOf(options);
  if (rows === undefined) return;
  if (rows.length === 0 && options.on === undefined) return say([], options);
  const { basis = "unknown", regularHours: hours } = options;
  const read = readCase(YOUNG_WORKERS, {
    birth: options.birth,
    basis,
    facts: options.fact,
    regularMinutes: hours === undefined ? null : Math.round(hours * 60),
    on: options.on === undefined ? [] : [options.on],
    rows,
    tasks: options.task,
  });
  if (!read.ok) return refuseInput(sentenceOf(read.refusal));
  const language: Language = isLanguage(options.language) ? options.language : "en";
  const found = judgeCase(YOUNG_WORKERS, read.value).map((finding) => ({
    ...(options.log === undefined ? {} : { date: finding.date }),
    ...wordsOf(YOUNG_WORKERS, finding, language),
  }));
  say(found, options);
}

function say(found: readonly Line[], { json = false }: Options): void {
  process.stdout.write(json ? `${JSON.stringify(found)}\n` : asText(found));
}

async function rowsOf({ on, hours = [], log }: Options): Promise<WorkRow[] | undefined> {
  if (log !== undefined) return readLog(log);
  if (on !== undefined) return hours.map(([start, end]) => ({ date: on, start, end }));
  refuseInput(m.rules_cli_no_day({}, ENGLISH));
  return undefined;
}

async function readLog(file: string): Promise<WorkRow[] | undefined> {
  try {
    const { size } = await stat(file);
    if (size > MAX_LOG_BYTES) refuseInput(m.rules_cli_log_large({ file }, ENGLISH));
    else {
      const text = await readFile(file, "utf8");
      const read = workLog.safeParse(JSON.parse(text.replace(BYTE_ORDER_MARK, "")));
      if (read.success) return read.data;
      refuseInput(faultOf(file, read.error.issues));
    }
  } catch (error) {
    if (error instanceof SyntaxError) refuseInput(m.rules_cli_log_not_json({ file }, ENGLISH));
    else if (error instanceof Error && "code" in error) {
      refuseInput(m.framework_cli_no_file({ file }, ENGLISH));
    } else throw error;
  }
  return undefined;
}

type Fault = { readonly code: string; readonly path: readonly PropertyKey[] };

/** The first thing that is wrong with a log: too many rows, no list of rows, or which row. */
function faultOf(file: string, [first]: readonly Fault[]): string {
  if (first === undefined || first.path.length === 0) {
    return first?.code === "too_big"
      ? m.rules_cli_log_long({ file, most: MOST_ROWS }, ENGLISH)
      : m.rules_cli_log_not_rows({ file }, ENGLISH);
  }
  return m.rules_cli_log_wrong({ file, place: first.path.join(".") }, ENGLISH);
}

function refuseInput(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = BAD_INPUT;
}

function sentenceOf({ code, params = {} }: CaseRefusal): string {
  const word = (name: string) => (typeof params[name] === "string" ? params[name] : "");
  const sentences: Record<CaseRefusal["code"], () => string> = {
    row_empty: () => m.rules_cli_row_empty({ date: word("date"), start: word("start") }, ENGLISH),
    rows_overlap: () => m.rules_cli_rows_overlap({ date: word("date") }, ENGLISH),
    task_unknown: () => m.rules_cli_task_unknown({ task: word("task") }, ENGLISH),
    fact_unknown: () => m.rules_cli_fact_unknown({ fact: word("fact") }, ENGLISH),
    not_born_yet: () =>
      m.rules_cli_not_born_yet({ date: word("date"), birth: word("birth") }, ENGLISH),
    nothing_asked: () => m.rules_cli_no_day({}, ENGLISH),
  };
  return sentences[code]();
}

type Line = ReturnType<typeof wordsOf> & { readonly date?: string };

function asText(found: readonly Line[]): string {
  const lines = found.map(
    ({ date, rule, effect, because, allowedWhen, source }) =>
      `${date === undefined ? "" : `${date}  `}${rule}  ${effect}: ${because}${allowedWhen === null ? "" : ` ${allowedWhen}`} [${source}]`,
  );
  const said = found.length === 0 ? [m.rules_cli_nothing({}, ENGLISH)] : lines;
  return `${[...said, YOUNG_WORKERS.seen.en].join("\n")}\n`;
}

function listTasks(): void {
  const tasks = YOUNG_WORKERS.tasks.map(({ code, group, name }) => `${code}\t${group}\t${name.en}`);
  const facts = Object.entries(YOUNG_WORKERS.facts).map(
    ([code, name]) => `--fact ${code}\t${name.en}`,
  );
  process.stdout.write(`${[...tasks, ...facts].join("\n")}\n`);
}
