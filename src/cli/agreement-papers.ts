import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { AGREEMENT_STATES } from "#features/agreements/agreement.ts";
import {
  findPaperForCommand,
  finishLeftovers,
  listForCommand,
} from "#features/agreements/server/api.ts";
import { withHouse } from "./cli-house.ts";

const BAD_INPUT = 2;

/** "kisalli agreement list [--state STATE] [--json]" and "kisalli agreement pdf ID --out FILE". */
export function addPaperCommands(agreement: Command): void {
  agreement
    .command("list")
    .description("agreements of every provider, the newest first; nobody's name is printed")
    .option("--state <state>", `only those in this state: ${AGREEMENT_STATES.join(", ")}`)
    .option(
      "--json",
      "print [{id, number, kind, state, placementId, sentAt, completedAt, textHash}]",
    )
    .action((options: { state?: string; json?: boolean }) => list(options));
  agreement
    .command("pdf")
    .description("write the signed and sealed PDF of a completed agreement")
    .argument("<id>", "the agreement's id, as agreement list prints it")
    .requiredOption("--out <file>", "where to write it")
    .action((id: string, { out }: { out: string }) => writePdf(id, out));
}

async function list({ state, json }: { state?: string; json?: boolean }): Promise<void> {
  const wanted = AGREEMENT_STATES.find((known) => known === state);
  if (state !== undefined && wanted === undefined) {
    return refuse(`There is no state "${state}". Write one of: ${AGREEMENT_STATES.join(", ")}.`);
  }
  const rows = await withHouse((house) => listForCommand(house, wanted));
  if (json === true) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else for (const row of rows) process.stdout.write(`${row.id}  ${row.state}  ${row.sentAt}\n`);
}

async function writePdf(id: string, out: string): Promise<void> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) {
    return refuse(`"${id}" is not the id of an agreement. kisalli agreement list prints them.`);
  }
  const found = await withHouse(async (house) => {
    const paper = await findPaperForCommand(house, id);
    if (paper !== "not_yet") return paper;
    await finishLeftovers(house);
    return findPaperForCommand(house, id);
  });
  if (found === "unknown") return refuse(`There is no agreement ${id}.`);
  if (found === "not_yet")
    return refuse(`Agreement ${id} has no signed paper: not everyone has signed.`);
  try {
    await writeFile(out, found);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    return refuse(`${out} could not be written (${reason}). Name another file.`);
  }
  process.stdout.write(`${out}\n`);
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = BAD_INPUT;
}
