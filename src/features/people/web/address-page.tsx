import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { m } from "#messages/web";
import { followLanguage } from "#web/i18n/language.ts";
import { isPassing, Problem } from "#web/problem.ts";
import { type AnswerOf, call } from "#web/request.ts";
import { NotFoundPage } from "#web/shell/edge-pages.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { WaitingPage } from "#web/shell/waiting-page.tsx";
import { Button } from "#web/ui/button.tsx";
import { EdgePage } from "#web/ui/edge-page.tsx";
import { dayYear, localDay } from "#web/ui/format.ts";
import { useDeed } from "#web/view.ts";
import type { answerAddressChange, lookAtAddressChange } from "../address-change.contract.ts";

/** The letter to the old address leads here. Looking changes nothing; only a tap answers. */
export function AddressPage({ token }: { token: string }) {
  const { data: change, error } = useQuery({
    queryKey: ["/api/address-changes/look", token],
    queryFn: ({ signal }) =>
      call<typeof lookAtAddressChange>({
        method: "POST",
        path: "/api/address-changes/look",
        body: { token },
        signal,
      }),
    throwOnError: isPassing,
    staleTime: 60_000,
  });
  useEffect(() => {
    if (change) followLanguage(change.language);
  }, [change]);
  if (change) return <AddressFace token={token} change={change} />;
  if (error === null) return <WaitingPage />;
  return error instanceof Problem && error.code === "address_answered" ? (
    <EdgePage picture="whole" title={m.address_answered_title()} step={null}>
      <p>{m.problem_address_answered()}</p>
    </EdgePage>
  ) : (
    <NotFoundPage />
  );
}

type FaceProps = { token: string; change: AnswerOf<typeof lookAtAddressChange> };

function AddressFace({ token, change }: FaceProps) {
  const answer = useDeed<typeof answerAddressChange>({
    method: "POST",
    path: "/api/address-changes/answer",
  });
  const isDone = answer.answer !== undefined;
  useEffect(() => {
    if (isDone) document.getElementById("page-title")?.focus();
  }, [isDone]);
  if (isDone) {
    return (
      <EdgePage picture="whole" title={m.address_thanks_title()} step={null}>
        <p>{m.address_thanks()}</p>
      </EdgePage>
    );
  }
  const { givenName, to, askedBy, takesEffectAt } = change;
  return (
    <EdgePage
      picture="apart"
      title={m.address_title({ name: givenName })}
      step={
        <>
          <ProblemNote error={answer.problem} />
          <Button
            kind="primary"
            block
            busy={answer.busy}
            onClick={() => answer.run({ body: { token, right: false } })}
          >
            {m.address_wrong()}
          </Button>
          <Button
            kind="second"
            block
            busy={answer.busy}
            onClick={() => answer.run({ body: { token, right: true } })}
          >
            {m.address_right()}
          </Button>
        </>
      }
    >
      <p>{m.address_asks({ name: askedBy, address: to })}</p>
      <p>{m.address_otherwise({ day: dayYear(localDay(takesEffectAt)) })}</p>
    </EdgePage>
  );
}
