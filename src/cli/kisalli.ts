import { Command, CommanderError } from "commander";
import { StartRefusal } from "#server/start-refusal.ts";
import { agreementCommand } from "./agreement-verify.ts";
import { auditCommand } from "./audit-verify.ts";
import { frameworkCommand } from "./framework-import.ts";
import { rulesCommand } from "./rules-check.ts";

/** The command line. A command prints its answer to standard output, everything else to standard error. */
async function main(): Promise<void> {
  const program = new Command("kisalli")
    .description("Kisälli on the command line; works with the server running or not")
    .exitOverride();
  program.addCommand(frameworkCommand());
  program.addCommand(rulesCommand());
  program.addCommand(auditCommand());
  program.addCommand(agreementCommand());
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof StartRefusal) fail(error.message, 1);
    else fail(error instanceof Error ? (error.stack ?? error.message) : String(error), 1);
  }
}

function fail(text: string, exitCode: number): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = exitCode;
}

await main();
