import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { newKey } from "#web/new-key.ts";
import { isPassing, Problem, Unreachable } from "#web/problem.ts";
import { call } from "#web/request.ts";
import { useWhenOnline } from "#web/when-online.ts";
import type { sendSafety } from "../safety.contract.ts";
import { CHECKS } from "../safety.ts";
import { keepWaiting, readWaiting, type Said, type Waiting } from "./kept-words.ts";
import { MINE_PATH } from "./safety-view.ts";

/** What became of a try: at the server, still on this device, or refused with a reason. */
type Sent = "sent" | "waits" | Error;

export type Outbox = {
  readonly waiting: readonly Waiting[];
  /** Why one that waited was refused; it stays here until it is erased. */
  readonly problem: Error | null;
  send(placementId: string, said: Said): Promise<Sent>;
  erase(key: string): void;
};

/** Without a network what is sent stays on this device and goes by itself when there is one, each once. */
export function useOutbox(personId: string): Outbox {
  const client = useQueryClient();
  const [waiting, setWaiting] = useState(() => readWaiting(personId));
  const [problem, setProblem] = useState<Error | null>(null);
  const keep = (next: readonly Waiting[]): boolean => {
    setWaiting(next);
    return keepWaiting(personId, next);
  };
  const erase = (key: string) => {
    keep(readWaiting(personId).filter((one) => one.key !== key));
    setProblem(null);
  };
  const deliver = async (one: Waiting): Promise<Sent> => {
    const tried = await tryToSend(one);
    if (tried !== "sent") return tried;
    erase(one.key);
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === MINE_PATH });
    return tried;
  };
  useWhenOnline(async () => {
    for (const one of readWaiting(personId)) {
      const tried = await deliver(one);
      if (tried instanceof Error) setProblem(tried);
    }
  });
  return {
    waiting,
    problem,
    erase,
    send: async (placementId, said) => {
      const one = { key: newKey(), placementId, said };
      const kept = keep([...readWaiting(personId), one]);
      const tried = await deliver(one);
      if (tried instanceof Error || (tried === "waits" && !kept)) erase(one.key);
      return tried === "waits" && !kept ? new Unreachable("no network") : tried;
    },
  };
}

async function tryToSend({ key, placementId, said }: Waiting): Promise<Sent> {
  const { kind, answers, words, callMe, hearers } = said;
  const isCheck = CHECKS.some((check) => check === kind);
  const given = isCheck ? answers.filter((answer) => answer !== null) : [];
  try {
    await call<typeof sendSafety>({
      method: "POST",
      path: "/api/placements/{placementId}/safety",
      params: { placementId },
      body: { kind, answers: given, words: words.trim() || null, callMe, hearers: [...hearers] },
      key,
    });
    return "sent";
  } catch (error) {
    if (isPassing(error)) return "waits";
    return error instanceof Problem ? error : new Error(String(error));
  }
}
