import { Command } from "commander";
import { listChains, type Verdict, verifyChain } from "#features/audit/server/api.ts";
import { m } from "#messages/server";
import { StartRefusal } from "#server/start-refusal.ts";
import { withHouse } from "./cli-house.ts";

const BROKEN = 1;
const COULD_NOT = 2;
/** The command line speaks English. */
const ENGLISH = { locale: "en" } as const;

type Options = { readonly provider?: string; readonly json?: boolean };
/** `provider` is a slug; null = the chain of the events that belong to no provider. */
type Named = Verdict & { readonly provider: string | null };

/** "kisalli audit verify [--provider SLUG] [--json]": exit 0 whole, 1 broken, 2 could not look. */
export function auditCommand(): Command {
  const command = new Command("audit").description("The audit chain").exitOverride();
  command
    .command("verify")
    .description("compute every provider's audit chain anew and name the first broken link")
    .option("--provider <slug>", "only this provider's chain")
    .option("--json", "print what was found as one JSON object")
    .action(verify);
  return command;
}

async function verify(options: Options): Promise<void> {
  try {
    const verdicts = await lookThrough(options.provider);
    if (verdicts.length === 0) {
      fail(m.audit_cli_no_provider({ slug: options.provider ?? "" }, ENGLISH));
      return;
    }
    const whole = verdicts.every(({ broken }) => broken === null);
    const answer = { whole, chains: verdicts.map(asJson) };
    process.stdout.write(
      options.json === true
        ? `${JSON.stringify(answer)}\n`
        : verdicts.map((verdict) => `${sentenceOf(verdict)}\n`).join(""),
    );
    if (!whole) process.exitCode = BROKEN;
  } catch (error) {
    if (error instanceof StartRefusal) fail(error.message);
    else fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function fail(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = COULD_NOT;
}

function lookThrough(slug: string | undefined): Promise<Named[]> {
  return withHouse(async ({ db }) => {
    const all = await db.transaction().execute(listChains);
    const verdicts: Named[] = [];
    for (const one of all.filter((chain) => slug === undefined || chain.slug === slug)) {
      verdicts.push({ ...(await verifyChain(db, one.chain)), provider: one.slug });
    }
    return verdicts;
  });
}

function asJson({ provider, length, head, broken }: Named) {
  return { provider, length, head, broken };
}

function sentenceOf({ provider, length, head, broken }: Named): string {
  const name = provider ?? m.audit_cli_house({}, ENGLISH);
  if (broken === null) {
    return m.audit_cli_whole({ name, count: length, head: head ?? "-" }, ENGLISH);
  }
  const { number, fault } = broken;
  const words = {
    altered: m.audit_fault_altered,
    missing: m.audit_fault_missing,
    swapped: m.audit_fault_swapped,
    forked: m.audit_fault_forked,
    unlinked: m.audit_fault_unlinked,
  }[fault];
  return m.audit_cli_broken({ name, number, what: words({}, ENGLISH) }, ENGLISH);
}
