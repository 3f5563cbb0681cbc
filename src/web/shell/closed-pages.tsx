import { useLocation } from "@tanstack/react-router";
import { m } from "#messages/web";
import { isDemo } from "#web/session.ts";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { EdgePage } from "#web/ui/edge-page.tsx";
import { FirstPageLink } from "./first-page-link.tsx";

type ClosedPageProps = { why: "not-found" | "signed-out" | "no-right" };

/** The server has answered, and the page is not for this reader: not here, not signed in, no right. */
export function ClosedPage({ why }: ClosedPageProps) {
  if (why === "signed-out") return <SignedOutPage />;
  return why === "no-right" ? <NoRightPage /> : <NotFoundPage />;
}

function NotFoundPage() {
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
