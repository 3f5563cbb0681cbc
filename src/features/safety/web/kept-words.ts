import { ANSWERS, KINDS, type Kind, PARTS, type Part } from "../safety.ts";

/** What is being said: on this device alone until it is sent or erased. */
export type Said = {
  readonly kind: Kind;
  readonly answers: readonly ((typeof ANSWERS)[number] | null)[];
  readonly hearers: readonly Part[];
  readonly words: string;
  readonly callMe: boolean;
};
/** Said and sent by the student, not yet at the server; its key makes every try the same deed. */
export type Waiting = { readonly key: string; readonly placementId: string; readonly said: Said };

export const NOTHING_SAID = { answers: [null, null, null], hearers: [], words: "", callMe: false };

export function isBlank({ answers, hearers, words, callMe }: Omit<Said, "kind">): boolean {
  return words.trim() === "" && !callMe && hearers.length === 0 && answers.every((one) => !one);
}

const draftStore = (personId: string) => `kisalli-safety:${personId}:draft`;
const waitingStore = (personId: string) => `kisalli-safety:${personId}:waiting`;

export function readDraft(personId: string, kind: Kind): Said | null {
  const draft = asSaid(readJson(draftStore(personId)));
  return draft?.kind === kind ? draft : null;
}

/** Null erases it. */
export function keepDraft(personId: string, draft: Said | null): void {
  write(draftStore(personId), draft);
}

export function readWaiting(personId: string): readonly Waiting[] {
  const kept = readJson(waitingStore(personId));
  return Array.isArray(kept) ? kept.flatMap(asWaiting) : [];
}

/** False when the device keeps nothing: then only the network can carry it. */
export function keepWaiting(personId: string, waiting: readonly Waiting[]): boolean {
  return write(waitingStore(personId), waiting.length === 0 ? null : waiting);
}

function readJson(store: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(store) ?? "null");
  } catch {
    return null;
  }
}

function write(store: string, value: object | null): boolean {
  try {
    if (value === null) localStorage.removeItem(store);
    else localStorage.setItem(store, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function asWaiting(value: unknown): Waiting[] {
  if (typeof value !== "object" || value === null) return [];
  if (!("key" in value && "placementId" in value && "said" in value)) return [];
  const { key, placementId } = value;
  const said = asSaid(value.said);
  return typeof key === "string" && typeof placementId === "string" && said !== null
    ? [{ key, placementId, said }]
    : [];
}

/** What cannot be read as a hearer is nobody: a mistake must not widen who hears. */
function asSaid(value: unknown): Said | null {
  if (typeof value !== "object" || value === null) return null;
  if (!("kind" in value && "answers" in value && "hearers" in value)) return null;
  const kind = KINDS.find((one) => one === value.kind);
  const { answers, hearers } = value;
  if (kind === undefined || !Array.isArray(answers) || !Array.isArray(hearers)) return null;
  return {
    kind,
    answers: answers.map((one) => ANSWERS.find((known) => known === one) ?? null),
    hearers: PARTS.filter((part) => hearers.includes(part)),
    words: "words" in value && typeof value.words === "string" ? value.words : "",
    callMe: "callMe" in value && value.callMe === true,
  };
}
