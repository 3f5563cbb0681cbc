import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { access, constants, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Binaries } from "#server/database/embedded-binaries.ts";
import { StartRefusal } from "#server/start-refusal.ts";

export type Owner = { readonly uid: number; readonly gid: number };

/** Runs PostgreSQL's programs as a user they accept. */
export type Account = {
  /** Whom the data must belong to; undefined = whoever runs us. */
  readonly owner: Owner | undefined;
  run(program: string, words: readonly string[], options: RunOptions): ChildProcess;
};

type RunOptions = {
  readonly stdio: StdioOptions;
  readonly detached?: boolean;
  /** A pid in postmaster.pid that is no postmaster's any more (PostgreSQL's PG_GRANDPARENT_PID). */
  readonly ignoredPid?: number | undefined;
};

const NOBODY: Owner = { uid: 65_534, gid: 65_534 };

/** Without the PG* settings and library paths of the one who starts us. */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  LC_ALL: "C",
  TZ: "UTC",
};

/**
 * PostgreSQL refuses to run as root. As root we run it as the owner of the existing data, else as
 * the user postgres, else as nobody; as anybody else simply as ourselves.
 */
export async function chooseAccount(binaries: Binaries, clusterFolder: string): Promise<Account> {
  if (process.getuid?.() !== 0) {
    return { owner: undefined, run: (program, words, options) => start(program, words, options) };
  }
  const owner = (await ownerOf(clusterFolder)) ?? (await postgresUser()) ?? NOBODY;
  const closed = await firstClosed(owner, [
    ...[binaries.folder, path.join(binaries.folder, "lib"), binaries.postgres],
    path.dirname(clusterFolder),
  ]);
  if (closed === undefined) {
    return { owner, run: (program, words, options) => start(program, words, options, owner) };
  }
  return accountThatPasses(owner, closed);
}

/**
 * A folder on the way (a home of root, a private folder in /tmp) is closed to the unprivileged user.
 * We do not open the folder to everybody: the database gets leave to pass closed folders instead,
 * and keeps everything else that being unprivileged means.
 */
async function accountThatPasses(owner: Owner, closed: string): Promise<Account> {
  const setpriv = await findInPath("setpriv");
  if (setpriv === undefined) {
    throw new StartRefusal(
      "folder_closed",
      `The database cannot run as root, and user ${owner.uid} may not enter ${closed}. Install setpriv (util-linux), or move Kisälli or DATA_DIR to a folder all may enter.`,
    );
  }
  const become = [
    ...[`--reuid=${owner.uid}`, `--regid=${owner.gid}`, "--clear-groups"],
    ...["--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override"],
    // Else access(), by which initdb looks for its companions, does not count the leave.
    ...["--securebits=+no_setuid_fixup", "--"],
  ];
  return {
    owner,
    run: (program, words, options) => start(setpriv, [...become, program, ...words], options),
  };
}

function start(
  program: string,
  words: readonly string[],
  { stdio, detached = false, ignoredPid }: RunOptions,
  owner?: Owner,
): ChildProcess {
  const env = ignoredPid === undefined ? {} : { PG_GRANDPARENT_PID: String(ignoredPid) };
  // From "/", since our own folder may be closed to the user the program becomes.
  return spawn(program, words, {
    stdio,
    detached,
    cwd: "/",
    env: { ...ENVIRONMENT, ...env },
    ...owner,
  });
}

async function ownerOf(folder: string): Promise<Owner | undefined> {
  const found = await stat(folder).catch(() => undefined);
  return found === undefined || found.uid === 0 ? undefined : { uid: found.uid, gid: found.gid };
}

async function postgresUser(): Promise<Owner | undefined> {
  const users = await readFile("/etc/passwd", "utf8").catch(() => "");
  const fields = users
    .split("\n")
    .map((line) => line.split(":"))
    .find(([name]) => name === "postgres");
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
  return uid > 0 && gid >= 0 ? { uid, gid } : undefined;
}

/** The first folder or file among these and all they lie in that `owner` may not enter or run. */
async function firstClosed(owner: Owner, places: readonly string[]): Promise<string | undefined> {
  for (const place of new Set(places.flatMap(withFoldersAbove))) {
    const { mode, uid, gid } = await stat(place);
    const bits = uid === owner.uid ? mode >> 6 : gid === owner.gid ? mode >> 3 : mode;
    if ((bits & 0o1) === 0) return place;
  }
  return undefined;
}

function withFoldersAbove(place: string): string[] {
  const above = path.dirname(place);
  return above === place ? [place] : [...withFoldersAbove(above), place];
}

async function findInPath(program: string): Promise<string | undefined> {
  for (const folder of `${process.env.PATH ?? ""}:/usr/bin:/bin`.split(":")) {
    const file = path.join(folder, program);
    const runs = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (folder !== "" && runs) return file;
  }
  return undefined;
}
