import { nowMs } from "./clock.ts";

/** A time-ordered id (UUID version 7), made on the device so that what is sent twice is one thing. */
export function uuidV7(): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  const time = nowMs().toString(16).padStart(12, "0");
  const hex = [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = ((random[2] ?? 0) & 0x3f) | 0x80;
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hex.slice(1, 4)}`,
    `${variant.toString(16)}${hex.slice(6, 8)}`,
    hex.slice(8),
  ].join("-");
}
