import { Buffer } from "node:buffer";
import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { deed } from "#server/deed.ts";
import { accept, type Outcome, refuse } from "#shared/outcome.ts";
import { compareFrameworks } from "../drift.ts";
import { importFramework as contract } from "../framework.contract.ts";
import { mayImport } from "../framework.policy.ts";
import type { FrameworkReading } from "../read-framework.ts";
import { countsOf } from "../summary.ts";
import * as queries from "./framework.queries.ts";
import { rowsOf } from "./framework-rows.ts";
import { type BytesRefusal, hashOf, readFrameworkFile } from "./read-file.ts";

export type FrameworkFile = {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly at: Temporal.Instant;
  /** Null = from the command line or the demo. */
  readonly importedBy: string | null;
};

export type Stored = {
  readonly frameworkId: string;
  readonly versionId: string;
  readonly number: number;
  /** False when the newest version already says the same. */
  readonly changed: boolean;
};

/** Reads a file and stores it in the caller's transaction, or refuses it and stores nothing. */
export async function importFramework(
  tx: Tx,
  file: FrameworkFile,
): Promise<Outcome<Stored, BytesRefusal>> {
  const read = readFrameworkFile(file.bytes);
  return read.ok ? accept(await storeFramework(tx, read.value, file)) : read;
}

/**
 * Makes a new version, with what changed from the newest one; the same content as that changes nothing.
 * Two imports of one qualification at once take turns, so that they make one version.
 */
export async function storeFramework(
  tx: Tx,
  reading: FrameworkReading,
  file: FrameworkFile,
): Promise<Stored> {
  const { framework } = reading;
  await queries.lockFramework(tx, framework.key);
  const newest = await queries.findNewest(tx, framework.key);
  const hash = hashOf(framework);
  if (newest?.content_hash.equals(hash)) {
    const { framework_id, id, number } = newest;
    return { frameworkId: framework_id, versionId: id, number, changed: false };
  }
  const frameworkId = newest?.framework_id ?? newId();
  if (newest === undefined) await queries.insertFramework(tx, frameworkId, framework, file.at);
  const versionId = newId();
  const number = (newest?.number ?? 0) + 1;
  await queries.insertVersion(tx, {
    id: versionId,
    frameworkId,
    number,
    reading,
    counts: countsOf(framework),
    hash,
    drift: newest === undefined ? null : compareFrameworks(newest.content, framework),
    fileName: file.fileName.slice(0, 200),
    fileBytes: file.bytes.length,
    at: file.at,
    importedBy: file.importedBy,
  });
  await queries.insertRows(tx, rowsOf(framework, versionId));
  await queries.indexTexts(tx, versionId);
  return { frameworkId, versionId, number, changed: true };
}

export const importFrameworkRoute = deed(
  contract,
  async ({ tx, actor, at, audit, touch }, { body }) => {
    const ability = mayImport(actor);
    if (!ability.allowed) return refuse("forbidden", { reason: ability.reason });
    const stored = await importFramework(tx, {
      bytes: Buffer.from(body.content, "utf8"),
      fileName: body.fileName,
      at,
      importedBy: actor.personId,
    });
    if (!stored.ok || !stored.value.changed) return stored;
    const { frameworkId, versionId, number } = stored.value;
    const admin = actor.memberships.find(({ role }) => role === "provider_admin");
    await audit({
      deed: "import-framework",
      subjectKind: "framework",
      subjectId: frameworkId,
      providerId: admin?.providerId ?? null,
      change: { versionId, number },
    });
    await touch("frameworks");
    return stored;
  },
);
