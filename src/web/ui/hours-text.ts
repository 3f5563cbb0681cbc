/**
 * Minutes from what a person types: "7 h 30", "7 h 30 min", "7:30", "7,5", "7.5", "8", "45 min".
 * A full stop with two digits is a clock ("7.30" is 7 h 30) unless it reads as a quarter ("7.25",
 * "7.50", "7.75"). Undefined when it is no amount of hours between 0 and 24 h.
 */
export function minutesFromText(text: string): number | undefined {
  const minutes = readMinutes(text.trim().toLowerCase());
  return minutes !== undefined && minutes <= 24 * 60 ? minutes : undefined;
}

function readMinutes(text: string): number | undefined {
  const words = /^(?:(\d{1,2})\s*(?:h|t|tim))?\.?\s*(?:(\d{1,3})\s*(?:min|m)?)?\.?$/.exec(text);
  const bare = /^\d{1,3}$/.test(text);
  if (words && text !== "" && !bare) return 60 * Number(words[1] ?? 0) + Number(words[2] ?? 0);
  const parts = /^(\d{1,2})(?:([.,:])(\d{1,2}))?$/.exec(text);
  if (!parts) return undefined;
  const [, whole = "", sign, rest = ""] = parts;
  if (isDecimal(sign, rest)) return Math.round(60 * Number(`${whole}.${rest || "0"}`));
  return Number(rest) < 60 ? 60 * Number(whole) + Number(rest) : undefined;
}

function isDecimal(sign: string | undefined, digits: string): boolean {
  if (sign === ":") return false;
  if (sign === ".") return digits.length === 1 || ["25", "50", "75"].includes(digits);
  return true;
}
