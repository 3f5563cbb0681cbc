import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isPassing, Problem } from "./problem.ts";

const TRIES_AGAIN = 2;

/** Again after 0.5 and 1.5 s when nobody answered; a refusal (4xx) is final. */
const retry = (failures: number, error: Error) => failures < TRIES_AGAIN && isPassing(error);
const retryDelay = (failures: number) => 500 + failures * 1_000;

/** The session has ended: the bar asks again who is here. */
function lookWhoIsHere(error: Error): void {
  if (!(error instanceof Problem && error.status === 401)) return;
  void queryClient.invalidateQueries({ queryKey: ["/api/me"] });
}

/**
 * What the pages have read. Without network a read fails at once and says so (networkMode "always"),
 * rather than waiting silently; the page reads again when the network is back.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: lookWhoIsHere }),
  mutationCache: new MutationCache({ onError: lookWhoIsHere }),
  defaultOptions: {
    queries: { retry, retryDelay, staleTime: 5_000, gcTime: 10 * 60_000, networkMode: "always" },
    mutations: { retry, retryDelay, networkMode: "always" },
  },
});
