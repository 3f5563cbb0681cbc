import type { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import type { Framework } from "../framework.ts";
import {
  type FileRefusalCode,
  type FrameworkReading,
  MAX_FILE_BYTES,
  readFramework,
} from "../read-framework.ts";

export type BytesRefusal = Refusal<FileRefusalCode | "file_too_large" | "file_not_text">;

/** Reads the bytes of a file: not larger than the limit, UTF-8, and then what the pure reader says. */
export function readFrameworkFile(bytes: Buffer): Outcome<FrameworkReading, BytesRefusal> {
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(bytes.length);
  try {
    return readFramework(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return refuse("file_not_text", placeOfFault(bytes));
    throw error;
  }
}

export function tooLarge(bytes: number) {
  return refuse("file_too_large", {
    megabytes: Math.ceil(bytes / 2 ** 20),
    limit: MAX_FILE_BYTES / 2 ** 20,
  });
}

function placeOfFault(bytes: Buffer): { line: number; column: number } {
  const before = bytes.toString("utf8").split("\uFFFD", 1)[0] ?? "";
  const lines = before.split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

/** Two files with the same hash say the same, however they are laid out. */
export function hashOf(framework: Framework): Buffer {
  return createHash("sha256").update(JSON.stringify(framework)).digest();
}
