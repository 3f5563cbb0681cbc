import { useState } from "react";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Choice } from "#web/ui/choice.tsx";
import { Note } from "#web/ui/note.tsx";
import { Section } from "#web/ui/section.tsx";
import { useDeed } from "#web/view.ts";
import type { askSigningCode } from "../agreement-deeds.contract.ts";
import type { AgreementView, PartyView } from "./agreement-view.ts";
import { DeclinePart } from "./decline-part.tsx";
import { type AskedCode, SignForm } from "./sign-form.tsx";
import { TextChanged } from "./text-changed.tsx";
import { isTextChanged, useSigning } from "./use-signing.ts";

type SignProps = { view: AgreementView; own: PartyView; onCorrect?: (() => void) | undefined };

/** What signing means, for whom, and the code; beside it the two ways not to sign it like this. */
export function SignWithCode({ view, own, onCorrect }: SignProps) {
  const signing = useCodeSigning(view, own);
  const { asked, sign, code, sure, tried } = signing;
  return (
    <Section title={titleOf(view)} className="agreement-sign">
      <div className="stack">
        <p>{m.agreement_signing_means()}</p>
        <Choice
          kind="checkbox"
          checked={sure}
          onChange={({ target }) => signing.setSure(target.checked)}
          label={
            own.actingFor === null
              ? m.agreement_sign_for_self()
              : m.agreement_sign_for({ whom: own.actingFor })
          }
        />
        {tried && !sure && (
          <Note kind="wait" role="alert">
            {m.agreement_tick_first()}
          </Note>
        )}
        <TextChanged error={sign.problem} />
        {asked === null ? (
          <>
            <ProblemNote error={code.problem} />
            <Button kind="primary" size="big" block busy={code.busy} onClick={signing.ask}>
              {m.agreement_send_code({ address: own.address ?? "" })}
            </Button>
          </>
        ) : (
          <SignForm
            asked={asked}
            sign={sign}
            again={code}
            text={view.kind === "amendment" ? m.amendment_accept() : m.agreement_sign()}
            onAgain={signing.ask}
            onSign={signing.send}
          />
        )}
        <div>
          {onCorrect && (
            <Button kind="quiet" block onClick={onCorrect}>
              {m.agreement_correct()}
            </Button>
          )}
          <DeclinePart view={view} own={own} />
        </div>
      </div>
    </Section>
  );
}

function titleOf({ kind }: AgreementView): string {
  return kind === "amendment" ? m.amendment_sign_title() : m.agreement_sign_title();
}

/** First the code, then the signature with it; a text that changed meanwhile asks for a new code. */
function useCodeSigning(view: AgreementView, own: PartyView) {
  const [asked, setAsked] = useState<AskedCode | null>(null);
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const sign = useSigning();
  const code = useDeed<typeof askSigningCode>({
    method: "POST",
    path: "/api/agreements/{agreementId}/codes",
    onDone: ({ sentTo, expiresInMinutes }) => {
      sign.forget();
      setAsked({ sentTo, minutes: expiresInMinutes });
    },
  });
  const params = { agreementId: view.id };
  const { party } = own;
  const isOld = isTextChanged(sign.problem);
  return {
    ...{ sign, code, sure, setSure, tried },
    asked: isOld ? null : asked,
    ask: () => {
      setTried(true);
      if (sure) code.run({ params, body: { party } });
    },
    send: (digits: string) => {
      setTried(true);
      const { textHash } = view;
      if (!sure) return;
      sign.run({ params, body: { party, textHash, code: digits, language: getLocale() } });
    },
  };
}
