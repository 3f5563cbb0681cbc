import { createHash, createHmac, randomInt, timingSafeEqual } from "node:crypto";

/** Tokens are 256 random bits: a plain hash at rest is enough, no salt or stretching needed. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** Six digits can be tried out, so their hash is keyed with the server's secret and bound to their row. */
export function hashCode(secret: string, codeId: string, code: string): Buffer {
  return createHmac("sha256", secret).update(`${codeId}:${code}`).digest();
}

export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, "0");
}

export function sameHash(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
