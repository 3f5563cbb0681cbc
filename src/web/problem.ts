import type { Problem as ProblemDocument } from "#shared/route.contract.ts";

/** A refusal of the server (RFC 9457): a stable code and what a sentence needs; no prose. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly issues: NonNullable<ProblemDocument["issues"]>;
  readonly requestId: string | undefined;

  constructor(document: ProblemDocument, requestId: string | undefined) {
    super(document.code);
    this.status = document.status;
    this.code = document.code;
    this.params = document.params ?? {};
    this.issues = document.issues ?? [];
    this.requestId = document.requestId ?? requestId;
  }
}

/** No answer came: no network, or the server is down. The deed may or may not have been done. */
export class Unreachable extends Error {}

/** Worth another try by itself: nobody answered, or the server stumbled. A refusal (4xx) never is. */
export function isPassing(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Problem && error.status >= 500);
}
