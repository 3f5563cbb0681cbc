import { randomBytes } from "node:crypto";
import {
  access,
  constants,
  mkdir,
  readFile,
  realpath,
  rename,
  stat,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import {
  type Folders,
  notStarted,
  prepareCluster,
  SUPERUSER,
} from "#server/database/embedded-cluster.ts";
import { hasCode, takeLease, underLock } from "#server/database/embedded-lock.ts";
import {
  findPostmaster,
  type Postmaster,
  startPostmaster,
  stopPostmaster,
} from "#server/database/embedded-postmaster.ts";
import { StartRefusal } from "#server/start-refusal.ts";

const DATABASE = "kisalli";

type Options = { readonly dataDir: string; readonly log: (line: string) => void };

export type Embedded = {
  readonly url: string;
  /** False when the cluster was running already: another process's, or left behind by a killed one. */
  readonly startedHere: boolean;
  /** Gives the cluster up; it stops when no other living process uses it. May be called twice. */
  stop(): Promise<void>;
};

/**
 * The PostgreSQL that comes with Kisälli, with its data in `dataDir`/postgres: made when there is
 * none, recovered when its processes were killed, shared when another process of ours runs it.
 * It listens on 127.0.0.1 only, at a free port. Throws a StartRefusal with one clear sentence.
 */
export async function startEmbedded(options: Options): Promise<Embedded> {
  try {
    const folders = await prepareFolders(options.dataDir);
    return await underLock(folders.lock, () => leaseAndStart(folders, options.log));
  } catch (error) {
    throw closedTo(error) ?? error;
  }
}

async function leaseAndStart(folders: Folders, log: Options["log"]): Promise<Embedded> {
  const lease = await takeLease(folders.leases);
  const release = async (): Promise<void> => {
    if (await lease.giveBack()) await stopPostmaster(folders);
  };
  try {
    const password = await readPassword(folders);
    const { postmaster, startedHere } = await findOrStart(folders, password, log);
    await makeDatabase(folders, urlOf(postmaster, password, "postgres"));
    let stopped: Promise<void> | undefined;
    const stop = (): Promise<void> => {
      stopped ??= underLock(folders.lock, release);
      return stopped;
    };
    return { url: urlOf(postmaster, password, DATABASE), startedHere, stop };
  } catch (error) {
    await release();
    throw error;
  }
}

/** A file in DATA_DIR that we may not read or write: started by another user before, most likely. */
function closedTo(error: unknown): StartRefusal | undefined {
  if (!hasCode(error, "EACCES") && !hasCode(error, "EPERM") && !hasCode(error, "EROFS")) return;
  const place = error instanceof Error && "path" in error ? String(error.path) : "DATA_DIR";
  return new StartRefusal(
    "data_dir_unwritable",
    `Kisälli may not use ${place}. Start it as the user that file belongs to, or set DATA_DIR to another folder.`,
  );
}

async function findOrStart(
  folders: Folders,
  password: string,
  log: (line: string) => void,
): Promise<{ postmaster: Postmaster; startedHere: boolean }> {
  const running = await findPostmaster(folders);
  if (running) {
    log(`The database runs already, on port ${running.port}.`);
    return { postmaster: running, startedHere: false };
  }
  const tools = await prepareCluster(folders, password, log);
  const postmaster = await startPostmaster(folders, tools);
  log(`The database runs on port ${postmaster.port}.`);
  return { postmaster, startedHere: true };
}

async function prepareFolders(dataDir: string): Promise<Folders> {
  try {
    // As root, the database runs as another user, who must pass through.
    await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    throw new StartRefusal(
      "data_dir_unwritable",
      `Kisälli cannot write to DATA_DIR ${dataDir}${why}. Give its user the right to, or set DATA_DIR to another folder.`,
    );
  }
  const data = await realpath(dataDir);
  return {
    data,
    cluster: path.join(data, "postgres"),
    passwordFile: path.join(data, "postgres-password"),
    logFile: path.join(data, "postgres.log"),
    lock: path.join(data, "lock"),
    leases: path.join(data, "leases"),
  };
}

/** The password of the cluster; made before the cluster is, and never changed. */
async function readPassword({ cluster, passwordFile }: Folders): Promise<string> {
  try {
    return (await readFile(passwordFile, "utf8")).trim();
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
  if (await stat(path.join(cluster, "PG_VERSION")).catch(() => undefined)) {
    throw new StartRefusal(
      "password_missing",
      `${passwordFile} is missing, and the database in ${cluster} opens only with it. Bring the file back, or set DATA_DIR to another folder.`,
    );
  }
  const password = randomBytes(24).toString("base64url");
  const draft = `${passwordFile}.new`;
  await writeFile(draft, `${password}\n`, { mode: 0o600, flush: true });
  await rename(draft, passwordFile);
  return password;
}

function urlOf({ port }: Postmaster, password: string, database: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Connecting proves, too, that the server is the one whose password we hold (scram proves both ways). */
async function makeDatabase(folders: Folders, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const found = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    throw notStarted(folders, error instanceof Error ? error.message : String(error));
  } finally {
    await client.end().catch(() => undefined);
  }
}
