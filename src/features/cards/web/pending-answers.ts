import { useState } from "react";
import { ANSWERS, type CardAnswer } from "../cards.ts";

/** An answer that is still on this device; null takes back what was said. */
export type PendingAnswer = {
  readonly requirementId: string;
  readonly answer: CardAnswer | null;
  readonly taskIds: readonly string[];
};

/** Answers on this device in the order they were given, kept over a reload until the server has them. */
export function usePendingAnswers(store: string) {
  const [pending, setPending] = useState<readonly PendingAnswer[]>(() => readAnswers(store));
  const keep = (next: readonly PendingAnswer[]) => {
    try {
      localStorage.setItem(store, JSON.stringify(next));
    } catch {
      // A device that forbids keeping still sends what is on the screen.
    }
    setPending(next);
  };
  return {
    pending,
    read: () => readAnswers(store),
    add: (one: PendingAnswer) =>
      keep([
        ...readAnswers(store).filter(({ requirementId }) => requirementId !== one.requirementId),
        one,
      ]),
    /** Only what was sent: a newer answer to the same card stays. */
    drop: (sent: PendingAnswer) => {
      const same = JSON.stringify(sent);
      keep(readAnswers(store).filter((one) => JSON.stringify(one) !== same));
    },
  };
}

function readAnswers(store: string): readonly PendingAnswer[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(store) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isPending) : [];
  } catch {
    return [];
  }
}

function isPending(one: unknown): one is PendingAnswer {
  if (typeof one !== "object" || one === null) return false;
  const fields = new Map<string, unknown>(Object.entries(one));
  const answer = fields.get("answer");
  return (
    typeof fields.get("requirementId") === "string" &&
    Array.isArray(fields.get("taskIds")) &&
    (answer === null || ANSWERS.some((known) => known === answer))
  );
}
