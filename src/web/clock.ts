/**
 * The browser's clock, for showing time left on a screen. No rule is decided by it: days and limits
 * come with the data. Adapter: Date is allowed here.
 */
export function nowMs(): number {
  return Date.now();
}

/** "2026-11-23T12:30:00.000Z" */
export function instantOf(ms: number): string {
  return new Date(ms).toISOString();
}
