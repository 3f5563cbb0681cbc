import {
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import { type Account, chooseAccount } from "#server/database/embedded-account.ts";
import { type Binaries, findBinaries } from "#server/database/embedded-binaries.ts";
import { StartRefusal } from "#server/start-refusal.ts";

export const SUPERUSER = "kisalli";

export type Folders = {
  readonly data: string;
  readonly cluster: string;
  readonly passwordFile: string;
  readonly logFile: string;
  readonly lock: string;
  readonly leases: string;
};

export type Tools = { readonly binaries: Binaries; readonly account: Account };

/** Makes sure that there is a data folder this PostgreSQL can serve, and says with which programs. */
export async function prepareCluster(
  folders: Folders,
  password: string,
  log: (line: string) => void,
): Promise<Tools> {
  const binaries = await findBinaries();
  const tools = { binaries, account: await chooseAccount(binaries, folders.cluster) };
  const version = await majorVersion(tools);
  if ((await madeBy(folders.cluster)) === undefined) {
    log("Preparing the database for the first time.");
    await makeCluster(folders, tools, password);
  }
  await refuseOtherVersion(folders, version);
  await giveToOwner(folders.cluster, tools.account);
  return tools;
}

/** Makes the cluster beside its place and moves it there: a killed initdb leaves no half of one. */
async function makeCluster(folders: Folders, tools: Tools, password: string): Promise<void> {
  await removeLeftovers(folders);
  const workshop = await mkdtemp(`${folders.cluster}.new-`);
  const passwordFile = path.join(workshop, "password");
  const data = path.join(workshop, "data");
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await mkdir(data, { mode: 0o700 });
  for (const place of [workshop, passwordFile, data]) await giveToOwner(place, tools.account);
  const { code, output } = await runToEnd(tools.account, tools.binaries.initdb, [
    ...["--pgdata", data, "--username", SUPERUSER, "--pwfile", passwordFile],
    ...["--auth", "scram-sha-256", "--encoding", "UTF8", "--data-checksums", "--no-instructions"],
    ...["--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
  ]);
  if (code !== 0) {
    await rm(workshop, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    throw notStarted(folders, lastFault(output));
  }
  await rename(data, folders.cluster);
  await rm(workshop, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

async function removeLeftovers(folders: Folders): Promise<void> {
  const prefix = `${path.basename(folders.cluster)}.new-`;
  for (const name of await readdir(folders.data)) {
    if (name.startsWith(prefix))
      await rm(path.join(folders.data, name), {
        recursive: true,
        force: true,
        maxRetries: 20,
        retryDelay: 100,
      });
  }
}

async function giveToOwner(place: string, { owner }: Account): Promise<void> {
  if (owner === undefined || (await stat(place)).uid === owner.uid) return;
  const inside = await readdir(place, { recursive: true }).catch(() => []);
  for (const name of inside) await chown(path.join(place, name), owner.uid, owner.gid);
  await chown(place, owner.uid, owner.gid);
}

/** The version that made the cluster, such as "18"; undefined when there is no cluster yet. */
async function madeBy(cluster: string): Promise<string | undefined> {
  const version = await readFile(path.join(cluster, "PG_VERSION"), "utf8").catch(() => undefined);
  if (version !== undefined) return version.trim();
  const inside = await readdir(cluster).catch(() => []);
  if (inside.length === 0) return undefined;
  throw new StartRefusal(
    "data_folder_foreign",
    `${cluster} is not empty and not a PostgreSQL data folder. Move it away, or set DATA_DIR to another folder.`,
  );
}

async function refuseOtherVersion(folders: Folders, version: string): Promise<void> {
  const made = await madeBy(folders.cluster);
  if (made === version) return;
  throw new StartRefusal(
    "data_folder_version",
    `${folders.cluster} was made by PostgreSQL ${made}, and this Kisälli brings ${version}. Start the Kisälli that made it, or set DATA_DIR to another folder.`,
  );
}

async function majorVersion({ account, binaries }: Tools): Promise<string> {
  const { code, output } = await runToEnd(account, binaries.postgres, ["-V"]);
  const version = /PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (code === 0 && version !== undefined) return version;
  throw new StartRefusal(
    "no_embedded_database",
    `The PostgreSQL that Kisälli brings does not run on this machine (${lastFault(output)}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
  );
}

async function runToEnd(
  account: Account,
  program: string,
  words: readonly string[],
): Promise<{ code: number | null; output: string }> {
  const child = account.run(program, words, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (output += text));
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

export function lastFault(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const fault = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1);
  return fault?.replace(/^.*?(FATAL|PANIC|error):\s*/, "") ?? "it said nothing";
}

export function notStarted(folders: Folders, why: string): StartRefusal {
  return new StartRefusal(
    "database_not_started",
    `The database in ${folders.cluster} could not be started: ${why}. Its log is ${folders.logFile}.`,
  );
}
