const WEIGHTS = [7, 9, 10, 5, 8, 4, 2];

/**
 * Whether a Finnish Business ID (Y-tunnus, FO-nummer) is well formed: seven digits, hyphen, check digit.
 * Remainder of the weighted sum by 11: 0 gives 0, 1 is never given out, else 11 minus it (finland.md §1.5).
 */
export function isBusinessId(text: string): boolean {
  const match = /^(\d{7})-(\d)$/.exec(text);
  if (match === null) return false;
  const [, digits = "", check] = match;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const remainder = sum % 11;
  if (remainder === 1) return false;
  return Number(check) === (remainder === 0 ? 0 : 11 - remainder);
}

/**
 * The Business ID that was probably meant: letters that look like digits, a missing hyphen or leading zero,
 * or a wrong check digit. null = too little is there to tell.
 */
export function suggestBusinessId(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^FI/i, "")
    .replace(/[lI|]/g, "1")
    .replace(/[oO]/g, "0")
    .replace(/[^\d]/g, "");
  if (plain.length < 7 || plain.length > 8) return null;
  const whole = plain.padStart(8, "0");
  const written = `${whole.slice(0, 7)}-${whole.slice(7)}`;
  if (isBusinessId(written)) return written;
  if (plain.length !== 8) return null;
  const mended = Array.from({ length: 10 }, (_, check) => `${whole.slice(0, 7)}-${check}`);
  return mended.find(isBusinessId) ?? null;
}
