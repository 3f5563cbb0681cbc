import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Unreachable } from "#web/problem.ts";
import { useDeed } from "#web/view.ts";
import type { sortCard } from "../cards.contract.ts";
import { CARDS_READS, type CardsView, type SortingCard } from "./cards-view.ts";
import { type PendingAnswer, usePendingAnswers } from "./pending-answers.ts";

export type Sorting = {
  /** The cards with what this device knows of them, unsorted first. */
  readonly cards: readonly SortingCard[];
  readonly waiting: number;
  readonly problem: Error | null;
  sort(answer: PendingAnswer): void;
};

/** Sorts cards; the next one is there at once. Without a network answers stay on this device and go in order. */
export function useSort(view: CardsView): Sorting {
  const { pending, read, add, drop } = usePendingAnswers(`cards ${view.placementId}`);
  const [problem, setProblem] = useState<Error | null>(null);
  const sending = useRef(false);
  const deed = useDeed<typeof sortCard>({
    method: "PUT",
    path: "/api/placements/{placementId}/cards/{requirementId}",
    changes: CARDS_READS,
  });
  const send = async ({ requirementId, ...body }: PendingAnswer) => {
    const params = { placementId: view.placementId, requirementId };
    await deed.ask({ params, body: { answer: body.answer, taskIds: [...body.taskIds] } });
  };
  const sendAll = async () => {
    if (sending.current) return;
    sending.current = true;
    for (let next = read()[0]; next !== undefined; next = read()[0]) {
      try {
        await send(next);
        setProblem(null);
      } catch (error) {
        if (error instanceof Unreachable) break;
        setProblem(error instanceof Error ? error : new Error(String(error)));
      }
      drop(next);
    }
    sending.current = false;
  };
  useWhenOnline(sendAll);
  return {
    cards: withPending(view, pending),
    waiting: pending.length,
    problem,
    sort: (answer) => {
      add(answer);
      void sendAll();
    },
  };
}

function withPending(view: CardsView, pending: readonly PendingAnswer[]): SortingCard[] {
  const cards = view.cards.map((card) => {
    const mine = pending.find(({ requirementId }) => requirementId === card.requirementId);
    if (mine === undefined) return card;
    if (mine.answer === null) return { ...card, word: null };
    const { answer, taskIds } = mine;
    const by = view.tutor?.givenName ?? "";
    return { ...card, word: { answer, taskIds: [...taskIds], by, at: "" } };
  });
  return [
    ...cards.filter(({ word }) => word === null),
    ...cards.filter(({ word }) => word !== null),
  ];
}

/** When the page opens, and whenever the network is back. */
function useWhenOnline(run: () => Promise<void>): void {
  const sendAgain = useEffectEvent(() => void run());
  useEffect(() => {
    const online = () => sendAgain();
    online();
    addEventListener("online", online);
    return () => removeEventListener("online", online);
  }, []);
}
