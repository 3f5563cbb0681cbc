import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import { m } from "#messages/web";
import { useLanguage } from "#web/i18n/language.ts";
import { isPassing, Problem, Unreachable } from "#web/request.ts";
import { isDemo, useMe } from "#web/session.ts";
import { Button } from "#web/ui/button.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { EdgePage } from "#web/ui/edge-page.tsx";
import { shortNumber } from "./problem-note.tsx";
import { TryAgain } from "./try-again.tsx";

type Failure = { error: unknown; reset: () => void };

/** The page in place of one that could not be shown: what is in the way, and one step. */
export function FailedPage({ error, reset }: Failure) {
  useLanguage();
  const client = useQueryClient();
  const forget = () =>
    client.removeQueries({
      predicate: ({ state }) => state.status === "error" && state.data === undefined,
    });
  // A failed read is not kept: coming back to the page asks again.
  useEffect(() => forget);
  const again = () => {
    forget();
    reset();
  };
  if (error instanceof Problem && error.status === 404) return <NotFoundPage />;
  if (error instanceof Problem && error.status === 401) return <SignedOutPage />;
  if (error instanceof Problem && error.status === 403) return <NoRightPage />;
  if (isOffline(error)) return <OfflinePage onAgain={again} />;
  if (isPassing(error)) return <BusyPage error={error} onAgain={again} />;
  return <BrokenPage />;
}

/** Also when a page's own code could not be fetched; the browsers word that each in their way. */
function isOffline(error: unknown): boolean {
  return !navigator.onLine && (error instanceof Unreachable || error instanceof TypeError);
}

function FirstPageLink({ kind = "primary" }: { kind?: "primary" | "quiet" }) {
  const me = useMe();
  const href = me ? "/today" : "/";
  return (
    <ButtonLink kind={kind} block href={href}>
      {m.shell_first_page()}
    </ButtonLink>
  );
}

export function NotFoundPage() {
  useLanguage();
  return (
    <EdgePage
      picture="open"
      title={m.shell_notfound_title()}
      step={<FirstPageLink />}
      more={<FromMessage />}
    >
      <p>{m.shell_notfound_text()}</p>
    </EdgePage>
  );
}

/** Most who land here came by a link in a message that was cut in two. */
function FromMessage() {
  return (
    <section className="stack-2">
      <h2>{m.shell_from_message()}</h2>
      <p className="muted">{m.shell_from_message_text()}</p>
    </section>
  );
}

function SignedOutPage() {
  const { href } = useLocation();
  const signIn = `/sign-in?to=${encodeURIComponent(href)}`;
  return (
    <EdgePage
      picture="apart"
      title={m.shell_signedout_title()}
      step={
        <ButtonLink kind="primary" block href={isDemo() ? "/demo" : signIn}>
          {isDemo() ? m.shell_choose_person() : m.shell_sign_in()}
        </ButtonLink>
      }
      more={<FromMessage />}
    >
      <p>{m.shell_signedout_text()}</p>
    </EdgePage>
  );
}

function NoRightPage() {
  return (
    <EdgePage
      picture="apart"
      title={m.shell_noright_title()}
      step={<FirstPageLink />}
      more={
        <section className="stack-2">
          <h2>{m.shell_who_helps()}</h2>
          <p className="muted">{m.shell_noright_help()}</p>
        </section>
      }
    >
      <p>{m.shell_noright_text()}</p>
    </EdgePage>
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
