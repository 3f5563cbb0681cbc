/** Rules of the ways in (product.md §3): one-time codes and personal links. */

export const CODE_MINUTES = 10;
const CODE_TRIES = 5;
/** Codes one address may ask for in fifteen minutes. */
export const CODES_PER_QUARTER = 3;
/** To one address from all browsers: a stranger who asks three times does not lock its owner out. */
export const CODES_TO_ADDRESS = 9;
/** A personal link lives to the placement's end and a month beyond, so that the last week can be confirmed. */
export const LINK_GRACE_DAYS = 30;

/** So long whoever reads the old address can object to a new one (decision 18). */
export const ADDRESS_WAIT_DAYS = 3;

export type CodeState = {
  readonly tries: number;
  readonly expiresAt: Temporal.Instant;
  readonly used: boolean;
};

export type CodeVerdict = "right" | "code_wrong" | "code_old" | "code_used_up";

/** Whether six digits open the door: right, in time, not used, and not after five wrong tries. */
export function judgeCode(code: CodeState, matches: boolean, at: Temporal.Instant): CodeVerdict {
  if (code.used || Temporal.Instant.compare(at, code.expiresAt) >= 0) return "code_old";
  if (code.tries >= CODE_TRIES) return "code_used_up";
  return matches ? "right" : "code_wrong";
}

export type LinkState = {
  readonly expiresAt: Temporal.Instant;
  readonly revoked: boolean;
};

export function judgeLink(
  link: LinkState,
  at: Temporal.Instant,
): "open" | "link_expired" | "link_revoked" {
  if (link.revoked) return "link_revoked";
  return Temporal.Instant.compare(at, link.expiresAt) >= 0 ? "link_expired" : "open";
}

/** "mi•••@example.org": enough to recognise one's own address, too little to learn another's. */
export function maskAddress(email: string): string {
  const [name = "", domain = ""] = email.split("@");
  return `${name.slice(0, 2)}•••@${domain}`;
}

/** "+358 ••• 567", on one line wherever it stands. */
export function maskNumber(countryCode: string, number: string): string {
  return [`+${countryCode}`, "•••", number.slice(-3)].join("\u00A0");
}
