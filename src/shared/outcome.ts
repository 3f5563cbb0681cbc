/** The result of a decision: a value, or a refusal with a stable code. Never an exception. */
export type Outcome<T, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly refusal: R;
      /** What the deed has written stays although it is refused: a wrong code counts. */
      readonly keeps?: true;
    };

/** An expected "no": a stable code and the parameters a sentence in any language needs. */
export type Refusal<Code extends string = string> = {
  readonly code: Code;
  readonly params?: Readonly<Record<string, unknown>>;
};

export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  params?: Readonly<Record<string, unknown>>,
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: params === undefined ? { code } : { code, params } };
}

/** A refusal that leaves what was written, such as the count of wrong codes; everything else rolls back. */
export function refuseKeeping<Code extends string>(
  code: Code,
  params: Readonly<Record<string, unknown>>,
): { readonly ok: false; readonly refusal: Refusal<Code>; readonly keeps: true } {
  return { ok: false, refusal: { code, params }, keeps: true };
}
