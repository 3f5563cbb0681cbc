import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { AnswerOf } from "#web/request.ts";
import { viewOptions } from "#web/view.ts";
import type { searchFramework } from "../framework.contract.ts";

export type Found = AnswerOf<typeof searchFramework>;
export type Hit = Found["hits"][number];

/** What the reader types, and what of the qualification it finds once they pause. */
export type Search = {
  readonly find: string;
  type(text: string): void;
  /** Null until there is an answer to something of two letters or more. */
  readonly found: Found | null;
};

const SHORTEST = 2;
const PAUSE = 200;

export function useSearch(versionId: string): Search {
  const [find, setFind] = useState("");
  const wanted = usePaused(find.trim());
  const enabled = wanted.length >= SHORTEST;
  const { data } = useQuery({
    ...viewOptions<typeof searchFramework>({
      path: "/api/framework-versions/{versionId}/search",
      params: { versionId },
      query: { find: wanted },
    }),
    enabled,
    placeholderData: keepPreviousData,
  });
  return { find, type: setFind, found: enabled && find.trim() !== "" ? (data ?? null) : null };
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
