import { pino } from "pino";
import { startPapers } from "#features/agreements/server/api.ts";
import { startChainKeeping } from "#features/audit/server/api.ts";
import { startCalendars } from "#features/calendars/server/tell-calendars.ts";
import { loadDemoIfEmpty } from "#features/demo/server/api.ts";
import { startClockwork } from "#features/placements/server/clockwork.ts";
import { buildApp } from "#server/app.ts";
import { clockSetTo, systemClock } from "#server/clock.ts";
import { type Config, readConfig } from "#server/config.ts";
import { openDatabase } from "#server/database/database.ts";
import { openStore } from "#server/database/store.ts";
import type { House } from "#server/house.ts";
import { startJobs } from "#server/jobs.ts";
import { startLive } from "#server/live.ts";
import { logOptions } from "#server/log.ts";
import { startMail } from "#server/mail.ts";
import { StartRefusal } from "#server/start-refusal.ts";

type Undo = () => Promise<unknown>;

/** Starts everything in order and returns how to stop it in the opposite one. */
async function start(config: Config, undo: Undo[]): Promise<string> {
  const log = pino(logOptions(config.logLevel));
  const { databaseUrl, pool, close } = await openStore(config, (line) => log.debug(line));
  undo.push(close);
  const jobs = await startJobs(pool, log);
  undo.push(() => jobs.stop());
  const live = await startLive(databaseUrl, log);
  undo.push(() => live.stop());
  const house: House = {
    config,
    clock: config.demoNow === undefined ? systemClock : clockSetTo(config.demoNow),
    pool,
    db: openDatabase(pool),
    jobs,
    live,
    log,
  };
  if (config.mode === "demo") await loadDemoIfEmpty(house);
  await startMail(house);
  await startPapers(house);
  await startClockwork(house);
  await startChainKeeping(house);
  await startCalendars(house);
  const app = await buildApp(house);
  undo.push(() => app.close());
  return listen(app, config);
}

async function listen(app: Awaited<ReturnType<typeof buildApp>>, config: Config): Promise<string> {
  try {
    return await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") {
      throw new StartRefusal(
        "port_taken",
        `Port ${config.port} is taken. Stop what uses it, or set PORT to another.`,
      );
    }
    throw error;
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function main(): Promise<void> {
  const undo: Undo[] = [];
  let starting: Promise<string> | undefined;
  let stopping: Promise<void> | undefined;
  const stop = (exitCode: number): Promise<void> => {
    stopping ??= (async () => {
      // What is being started can be stopped only once it runs.
      await starting?.catch(() => undefined);
      for (const step of undo.toReversed()) await step().catch(() => undefined);
      process.exit(exitCode);
    })();
    return stopping;
  };
  process.on("SIGINT", () => void stop(0));
  process.on("SIGTERM", () => void stop(0));
  try {
    const config = readConfig(process.env);
    starting = start(config, undo);
    const address = await starting;
    say(`Kisälli is ready at ${address}`);
    say(
      config.mode === "demo"
        ? `Choose a person to be at ${address}/demo`
        : `Sign in at ${address}/sign-in`,
    );
  } catch (error) {
    const text =
      error instanceof StartRefusal
        ? error.message
        : String(error instanceof Error ? error.stack : error);
    process.stderr.write(`${text}\n`);
    await stop(1);
  }
}

await main();
