import { createHash } from "node:crypto";

/** SHA-256 of UTF-8 text, lower-case hex: what evidence.ts is given to hash with on the server. */
export async function sha256(text: string): Promise<string> {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
