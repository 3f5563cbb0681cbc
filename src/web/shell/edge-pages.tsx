import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { m } from "#messages/web";
import { useLanguage } from "#web/i18n/language.ts";
import { isPassing, Problem } from "#web/problem.ts";
import { Button } from "#web/ui/button.tsx";
import { EdgePage } from "#web/ui/edge-page.tsx";
import { FirstPageLink } from "./first-page-link.tsx";
import { shortNumber } from "./problem-note.tsx";
import { TryAgain } from "./try-again.tsx";

/** Comes only when the server has said no, and with it the network. */
const ClosedPage = lazy(() =>
  import("./closed-pages.tsx").then((file) => ({ default: file.ClosedPage })),
);

/** The page in place of one that could not be shown: what is in the way, and one step. */
export function FailedPage({ error, reset }: { error: unknown; reset: () => void }) {
  useLanguage();
  const client = useQueryClient();
  // Leaving the page forgets the failed reads too: coming back asks again.
  useEffect(() => () => forgetFailed(client), [client]);
  const again = () => {
    forgetFailed(client);
    // Code that could not be fetched is only asked for again by a fresh page.
    if (isPassing(error)) reset();
    else if (navigator.onLine) location.reload();
  };
  const why = error instanceof Problem ? CLOSED[error.status] : undefined;
  if (why) return <Closed why={why} />;
  if (!navigator.onLine && !(error instanceof Problem)) return <OfflinePage onAgain={again} />;
  if (isPassing(error)) return <BusyPage error={error} onAgain={again} />;
  return <BrokenPage />;
}

const CLOSED: Readonly<Record<number, "not-found" | "signed-out" | "no-right" | undefined>> = {
  401: "signed-out",
  403: "no-right",
  404: "not-found",
};

function forgetFailed(client: QueryClient): void {
  client.removeQueries({
    predicate: ({ state }) => state.status === "error" && state.data === undefined,
  });
}

export function NotFoundPage() {
  useLanguage();
  return <Closed why="not-found" />;
}

function Closed({ why }: { why: "not-found" | "signed-out" | "no-right" }) {
  return (
    <Suspense>
      <ClosedPage why={why} />
    </Suspense>
  );
}

function OfflinePage({ onAgain }: { onAgain: () => void }) {
  return (
    <EdgePage picture="apart" title={m.shell_offline_title()} step={<TryAgain onAgain={onAgain} />}>
      <p>{m.shell_offline_text()}</p>
    </EdgePage>
  );
}

function BusyPage({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const number = error instanceof Problem ? error.requestId : undefined;
  return (
    <EdgePage
      picture="whole"
      title={m.shell_busy_title()}
      step={<TryAgain onAgain={onAgain} />}
      more={<FirstPageLink kind="quiet" />}
      number={number && shortNumber(number)}
    >
      <p>{m.shell_busy_text()}</p>
    </EdgePage>
  );
}

/** A fault of ours in the browser, or a page of an older version whose code is gone from the server. */
function BrokenPage() {
  return (
    <EdgePage
      picture="apart"
      title={m.shell_broken_title()}
      step={
        <Button kind="primary" block onClick={() => location.reload()}>
          {m.shell_load_again()}
        </Button>
      }
      more={<FirstPageLink kind="quiet" />}
    >
      <p>{m.shell_broken_text()}</p>
    </EdgePage>
  );
}
