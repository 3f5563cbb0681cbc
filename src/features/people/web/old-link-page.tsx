import { Mail } from "lucide-react";
import { useEffect } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { EdgePage } from "#web/ui/edge-page.tsx";
import { Note } from "#web/ui/note.tsx";
import { useDeed } from "#web/view.ts";
import type { renewLink } from "../people.contract.ts";

/** An expired link: a fresh one goes to the address on file; this page only learns its mask. */
export function OldLinkPage({ token }: { token: string }) {
  const renew = useDeed<typeof renewLink>({ method: "POST", path: "/api/links/renew" });
  const sentTo = renew.answer?.sentTo;
  // The pressed button is gone: reading goes on from the new heading.
  useEffect(() => {
    if (sentTo !== undefined) document.getElementById("page-title")?.focus();
  }, [sentTo]);
  const own = { too_many_codes: () => m.people_link_sent_already() };
  const ask = (
    <>
      <ProblemNote error={renew.problem} own={own} />
      <Button
        kind="primary"
        block
        icon={Mail}
        busy={renew.busy}
        onClick={() => renew.run({ body: { token } })}
      >
        {m.people_link_renew()}
      </Button>
    </>
  );
  const sent = (
    <Note kind="ok" role="status" lead={m.people_link_look()}>
      {m.people_link_look_text()}
    </Note>
  );
  return (
    <EdgePage
      picture={sentTo === undefined ? "empty" : "whole"}
      title={sentTo === undefined ? m.people_link_old_title() : m.people_link_sent_title()}
      step={sentTo === undefined ? ask : sent}
      more={
        <section className="stack-2">
          <h2>{m.people_link_wrong_address()}</h2>
          <p className="muted">{m.people_link_wrong_address_text()}</p>
        </section>
      }
    >
      <p>
        {sentTo === undefined
          ? m.people_link_old_text()
          : m.people_link_sent_text({ address: sentTo })}
      </p>
    </EdgePage>
  );
}
