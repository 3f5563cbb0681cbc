import {
  queryOptions,
  type UseMutationResult,
  useMutation,
  useQueryClient,
  useSuspenseQuery,
} from "@tanstack/react-query";
import { createContext, useContext, useEffect, useRef } from "react";
import type { RouteContract } from "#shared/route.contract.ts";
import type { Live } from "./live.ts";
import { newKey } from "./new-key.ts";
import { isPassing } from "./problem.ts";
import { type AnswerOf, type Call, call } from "./request.ts";

export const LiveContext = createContext<Live | null>(null);

type ViewCall<C extends RouteContract> = Omit<Call<C>, "method" | "key" | "version" | "signal">;

/**
 * A read as a query: `useQuery(viewOptions<typeof readBoard>({ path: "/api/board" }))`.
 * `topics` ("placement:<id>") are what the answer is about: others' deeds on them make it read again.
 */
export function viewOptions<C extends RouteContract>(
  request: ViewCall<C>,
  topics: readonly string[] = [],
) {
  const asked: { path: C["path"]; params?: unknown; query?: unknown } = request;
  return queryOptions({
    queryKey: [asked.path, asked.params ?? null, asked.query ?? null],
    queryFn: ({ signal }): Promise<AnswerOf<C>> => call<C>(asCall<C>(request, signal)),
    meta: { topics },
  });
}

function asCall<C extends RouteContract>(request: ViewCall<C>, signal: AbortSignal): Call<C> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a view is always a GET, which the generic cannot know
  return { ...request, method: "GET", signal } as unknown as Call<C>;
}

/**
 * The answer of a read, and nothing else: while it is on its way the page's skeleton stands, and when
 * it fails the edge page says what to do. Stays fresh by the topics (live.ts).
 */
export function useView<C extends RouteContract>(
  request: ViewCall<C>,
  topics: readonly string[] = [],
): AnswerOf<C> {
  useTopics(topics);
  return useSuspenseQuery(viewOptions<C>(request, topics)).data;
}

/** Hears of others' deeds on these topics while the component is on screen. */
export function useTopics(topics: readonly string[]): void {
  const live = useContext(LiveContext);
  const joined = topics.join(" ");
  useEffect(() => (joined === "" ? undefined : live?.subscribe(joined.split(" "))), [live, joined]);
}

type DeedCall<C extends RouteContract> = Omit<Call<C>, "method" | "path" | "key" | "signal">;
type Intent<C extends RouteContract> = { readonly request: DeedCall<C>; readonly key: string };

type DeedOptions<C extends RouteContract> = {
  readonly method: C["method"];
  readonly path: C["path"];
  /** Paths of the reads that the deed changes; every open read of them is read again. */
  readonly changes?: readonly string[];
  /** Still part of the deed: it is busy until this has ended. */
  readonly onDone?: (answer: AnswerOf<C>, request: DeedCall<C>) => void | Promise<void>;
};

export type Deed<C extends RouteContract> = {
  /** Does it; problems are in `problem`. While one is on its way another press does nothing. */
  run(request: DeedCall<C>): void;
  /** Does it and answers; throws Problem or Unreachable. */
  ask(request: DeedCall<C>): Promise<AnswerOf<C>>;
  readonly busy: boolean;
  readonly done: boolean;
  readonly problem: Error | null;
  readonly answer: AnswerOf<C> | undefined;
  forget(): void;
};

/**
 * A write. One Idempotency-Key per intended deed: tries after a broken line, also the reader's own
 * second press with the same content, carry the same key, so nothing is done twice.
 */
export function useDeed<C extends RouteContract>(options: DeedOptions<C>): Deed<C> {
  const client = useQueryClient();
  const unanswered = useRef<{ key: string; content: string } | null>(null);
  const mutation: UseMutationResult<AnswerOf<C>, Error, Intent<C>> = useMutation({
    mutationFn: ({ request, key }: Intent<C>) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- method and path are the options' own
      call<C>({
        ...request,
        method: options.method,
        path: options.path,
        key,
      } as unknown as Call<C>),
    onSuccess: async (answer: AnswerOf<C>, { request }: Intent<C>) => {
      unanswered.current = null;
      const paths = options.changes ?? [];
      await client.invalidateQueries({
        predicate: ({ queryKey }) => paths.some((path) => path === queryKey[0]),
      });
      await options.onDone?.(answer, request);
    },
    onError: (error: Error) => {
      if (!isPassing(error)) unanswered.current = null;
    },
  });
  const intend = (request: DeedCall<C>): Intent<C> => {
    const content = JSON.stringify(request);
    const key = unanswered.current?.content === content ? unanswered.current.key : newKey();
    unanswered.current = { key, content };
    return { request, key };
  };
  return {
    run: (request) => {
      if (!mutation.isPending) mutation.mutate(intend(request));
    },
    ask: (request) => mutation.mutateAsync(intend(request)),
    busy: mutation.isPending,
    done: mutation.isSuccess,
    problem: mutation.error,
    answer: mutation.data,
    forget: mutation.reset,
  };
}
