import { m } from "#messages/web";
import { Problem, Unreachable } from "./problem.ts";

export type Sentence = (params: Readonly<Record<string, unknown>>) => string;
type Sentences = Readonly<Record<string, Sentence | undefined>>;

let sentences: Sentences = {};

/**
 * The sentences come with the first refusal (request.ts waits for them), not with every page: most
 * pages are read and closed without one, and the network is there, since the server has answered.
 */
export async function bringSentences(): Promise<void> {
  try {
    sentences = (await import("./problem-sentences.ts")).SENTENCES;
  } catch {
    // Then the one for everything else is shown, with the code in it.
  }
}

/**
 * What went wrong as one sentence that names the remedy and who can apply it. `own` holds a page's
 * own words for codes that mean something narrower there.
 */
export function problemText(error: unknown, own: Sentences = {}): string {
  if (error instanceof Unreachable) return m.problem_unreachable();
  if (!(error instanceof Problem)) return m.problem_internal();
  const sentence = own[error.code] ?? sentences[error.code];
  return sentence ? sentence(error.params) : m.problem_other({ code: error.code });
}
