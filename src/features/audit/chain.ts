/**
 * One link of a provider's audit chain and the event it seals. `migrations/0039_audit_chain.sql` writes links when a
 * deed is committed; this is the same form written a second time, so that each checks the other.
 */
export type Link = {
  readonly number: number;
  readonly chain: string;
  readonly eventId: string;
  /** Hashes, seals and salts in hex. */
  readonly previous: string | null;
  readonly whoSalt: string | null;
  readonly who: string;
  readonly whatSalt: string | null;
  readonly what: string;
  readonly hash: string;
  /** null = the event is gone. */
  readonly event: LinkedEvent | null;
};

export type LinkedEvent = {
  /** Microseconds since 1970. */
  readonly at: number;
  readonly deed: string;
  readonly means: string;
  readonly subjectKind: string;
  readonly personId: string | null;
  readonly actingName: string | null;
  readonly subjectId: string;
  readonly placementId: string | null;
  /** As PostgreSQL writes it. */
  readonly change: string;
};

export const FAULTS = ["altered", "missing", "swapped", "forked", "unlinked"] as const;
export type Fault = (typeof FAULTS)[number];
export type Broken = { readonly number: number; readonly fault: Fault };

/** SHA-256 in hex of a salt (hex) and words (UTF-8). */
export type Sha256 = (saltHex: string, words: string) => string;

/** Chain of the events that belong to no provider. */
export const HOUSE_CHAIN = "00000000-0000-0000-0000-000000000000";

/** Canonical JSON (RFC 8785): no spaces, names in order, whole numbers only. */
function recordText(link: Link, event: LinkedEvent): string {
  return JSON.stringify({
    at: event.at,
    chain: link.chain,
    deed: event.deed,
    event: link.eventId,
    means: event.means,
    number: link.number,
    previous: link.previous,
    subjectKind: event.subjectKind,
    what: link.what,
    who: link.who,
  });
}

/** Whether the event is the one that this link has sealed. A person taken out leaves a seal without a salt. */
function fits(link: Link, event: LinkedEvent, sha256: Sha256): boolean {
  const { whoSalt, whatSalt } = link;
  const { personId, actingName, subjectId, placementId, change } = event;
  const whoFits =
    whoSalt === null
      ? personId === null && actingName === null
      : sha256(whoSalt, JSON.stringify([personId, actingName])) === link.who;
  const whatFits =
    whatSalt === null
      ? change === "{}"
      : sha256(whatSalt, JSON.stringify([subjectId, placementId, change])) === link.what;
  return whoFits && whatFits;
}

/** What is wrong with the link that should be `number` and follow `previous`; null = whole. */
export function judgeLink(
  link: Link,
  expected: { number: number; previous: string | null },
  sha256: Sha256,
): Broken | null {
  const { number } = expected;
  if (link.number > number) return { number, fault: "missing" };
  if (link.number < number) return { number: link.number, fault: "forked" };
  if (link.event === null) return { number, fault: "missing" };
  const whole = fits(link, link.event, sha256) && hashOf(link, link.event, sha256) === link.hash;
  if (!whole) return { number, fault: "altered" };
  return link.previous === expected.previous ? null : { number, fault: "forked" };
}

function hashOf(link: Link, event: LinkedEvent, sha256: Sha256): string {
  return sha256("", recordText(link, event));
}

/** Whether what stands at `link` belongs to the place of `other`: its event, or the link itself. */
export function belongsTo(link: Link, other: Link, sha256: Sha256): boolean {
  const { event, eventId } = link;
  if (event === null || link.number === other.number) return false;
  const { number, previous } = other;
  const isOthersEvent = [other, { ...other, eventId }].some(
    (one) => fits(one, event, sha256) && hashOf(one, event, sha256) === other.hash,
  );
  const isMovedLink = [
    { ...link, number },
    { ...link, number, previous },
  ].some((one) => hashOf(one, event, sha256) === link.hash);
  return isOthersEvent || isMovedLink;
}
