import { useRouter } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { rememberLink } from "#web/shell/own-link.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useDeed } from "#web/view.ts";
import type { lookAtLink, openLink } from "../people.contract.ts";
import { useEnter } from "./enter.ts";
import { firstStop } from "./first-stop.ts";
import { wantedPage } from "./wanted-page.ts";

const SHORTEST_NAME = 2;

type LinkFaceProps = { token: string; face: AnswerOf<typeof lookAtLink> };

/** "Are you Mika Korhonen?" One tap for Mika; a colleague in Mika's seat says their own name. */
export function LinkFace({ token, face }: LinkFaceProps) {
  const [somebodyElse, setSomebodyElse] = useState(false);
  const enter = useEnter();
  useWeekAhead();
  const open = useDeed<typeof openLink>({
    method: "POST",
    path: "/api/links/open",
    onDone: async (answer) => {
      rememberLink(token);
      const wanted = wantedPage();
      enter(answer, wanted === "/today" ? await firstStop(answer.me) : wanted);
    },
  });
  const openAs = (colleague: string | null) => open.run({ body: { token, colleague } });
  const name = `${face.givenName} ${face.familyName}`;
  return (
    <Page frame="phone">
      <section className="stack-2">
        <h1>{m.people_link_title({ name })}</h1>
        <p>{m.people_link_from({ college: textOf(face.providerName) })}</p>
        <p className="muted">{m.people_link_safe()}</p>
      </section>
      {somebodyElse ? (
        <ColleagueForm owner={face.givenName} busy={open.busy} error={open.problem} onOpen={openAs}>
          <Button kind="quiet" block onClick={() => setSomebodyElse(false)}>
            {m.people_link_is_me({ name: face.givenName })}
          </Button>
        </ColleagueForm>
      ) : (
        <div className="stack-3">
          <ProblemNote error={open.problem} />
          <Button kind="primary" size="big" block busy={open.busy} onClick={() => openAs(null)}>
            {m.people_link_open()}
          </Button>
          <Button block onClick={() => setSomebodyElse(true)}>
            {m.people_link_other()}
          </Button>
        </div>
      )}
    </Page>
  );
}

/** While the question is read, the code of the page it most likely leads to is fetched. */
function useWeekAhead(): void {
  const router = useRouter();
  useEffect(() => {
    const params = { placementId: "-", week: "-" };
    void router.preloadRoute({ to: "/placements/$placementId/weeks/$week", params });
  }, [router]);
}

type ColleagueFormProps = {
  owner: string;
  busy: boolean;
  error: Error | null;
  onOpen: (colleague: string) => void;
  children: ReactNode;
};

function ColleagueForm({ owner, busy, error, onOpen, children }: ColleagueFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [wrong, setWrong] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isName = name.trim().length >= SHORTEST_NAME;
    setWrong(!isName);
    if (isName) onOpen(name.trim());
    else field.current?.focus();
  };
  return (
    <form className="stack-3" noValidate onSubmit={send}>
      <TextField
        ref={field}
        // The field came because the reader asked for it: typing can begin at once.
        autoFocus
        autoComplete="name"
        maxLength={80}
        label={m.people_colleague()}
        hint={m.people_colleague_hint({ name: owner })}
        error={wrong ? m.people_colleague_wrong() : undefined}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <ProblemNote error={error} />
      <Button type="submit" kind="primary" size="big" block busy={busy}>
        {m.people_link_open()}
      </Button>
      {children}
    </form>
  );
}
