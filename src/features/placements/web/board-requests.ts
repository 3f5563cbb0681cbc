import { useQueryClient } from "@tanstack/react-query";
import type { AnswerOf } from "#web/request.ts";
import { useView, viewOptions } from "#web/view.ts";
import type { readBoard } from "../placement-views.contract.ts";

type Board = AnswerOf<typeof readBoard>;

const REQUEST = { path: "/api/board" } as const;

/** The teacher's students; kept fresh by what the others do in each of the placements. */
export function useBoard(): Board {
  const { queryKey } = viewOptions<typeof readBoard>(REQUEST);
  const known = useQueryClient().getQueryData<Board>(queryKey);
  const topics = known?.rows.map(({ placementId }) => `placement:${placementId}`) ?? [];
  return useView<typeof readBoard>(REQUEST, topics);
}
