import { useQueryClient } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import type { AnswerOf } from "#web/request.ts";
import { useView, viewOptions } from "#web/view.ts";
import type { readStarts } from "../placement-views.contract.ts";

export type Starts = AnswerOf<typeof readStarts>;
export type StartRow = Starts["rows"][number];

const REQUEST = { path: "/api/starts" } as const;

/** What starts in a month, or in the first month where something is missing when none is chosen. */
export function useStarts(month: string | undefined): Starts {
  const asked = useDeferredValue(month);
  const request = { ...REQUEST, query: asked ? { month: asked } : {} };
  const { queryKey } = viewOptions<typeof readStarts>(request);
  const known = useQueryClient().getQueryData<Starts>(queryKey);
  const topics = known?.rows.map(({ placementId }) => `placement:${placementId}`) ?? [];
  return useView<typeof readStarts>(request, topics);
}
