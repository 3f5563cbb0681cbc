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
import type { AnyAgreementView, PartyView } from "./agreement-view.ts";
import { DeclinePart } from "./decline-part.tsx";
import { type AskedCode, SignForm } from "./sign-form.tsx";
import { TextChanged } from "./text-changed.tsx";
import { isTextChanged, useSigning } from "./use-signing.ts";

type SignProps = { view: AnyAgreementView; own: PartyView; onCorrect?: (() => void) | undefined };

/** What signing means, for whom, and the code; beside it the two ways not to sign it like this. */
export function SignWithCode({ view, own, onCorrect }: SignProps) {
  const signing = useCodeSigning(view, own);
  const { asked, sign, code } = signing;
  return (
    <Section title={titleOf(view)} className="agreement-sign">
      <div className="stack">
        {isAmendment(view) ? <p>{forWhom(own)}</p> : <Means own={own} signing={signing} />}
        <TextChanged error={sign.problem} />
        {asked === null ? (
          <AskCode view={view} own={own} signing={signing} />
        ) : (
          <SignForm
            asked={asked}
            sign={sign}
            again={code}
            text={isAmendment(view) ? m.amendment_sign_title() : m.agreement_sign()}
            onAgain={() => signing.ask(signing.way)}
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

type AskProps = { view: AnyAgreementView; own: PartyView; signing: Signing };

function AskCode({ view, own, signing: { code, ask } }: AskProps) {
  return (
    <>
      <ProblemNote error={code.problem} />
      <Button kind="primary" size="big" block busy={code.busy} onClick={() => ask(null)}>
        {isAmendment(view)
          ? m.amendment_accept()
          : m.agreement_send_code({ address: own.address ?? "" })}
      </Button>
      {isAmendment(view) && (
        <p className="small muted">{m.amendment_accept_then({ address: own.address ?? "" })}</p>
      )}
      {own.mobile !== null && (
        <Button kind="quiet" block busy={code.busy} onClick={() => ask("sms")}>
          {m.agreement_text_code({ number: own.mobile })}
        </Button>
      )}
    </>
  );
}

/** What signing means, said before an agreement is signed for the first time. */
function Means({ own, signing }: { own: PartyView; signing: Signing }) {
  const { sure, tried } = signing;
  return (
    <>
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
    </>
  );
}

function isAmendment({ kind }: AnyAgreementView): boolean {
  return kind === "amendment";
}

/** Whoever accepts a change has signed the agreement: the press is theirs, for whom it says beside it. */
function forWhom({ actingFor }: PartyView): string {
  return actingFor === null
    ? m.amendment_accept_for_self()
    : m.amendment_accept_for({ whom: actingFor });
}

type Signing = ReturnType<typeof useCodeSigning>;

function titleOf({ kind }: AnyAgreementView): string {
  return kind === "amendment" ? m.amendment_accept_title() : m.agreement_sign_title();
}

/** First the code, then the signature with it; a text that changed meanwhile asks for a new code. */
function useCodeSigning(view: AnyAgreementView, own: PartyView) {
  const [asked, setAsked] = useState<AskedCode | null>(null);
  const [way, setWay] = useState<"sms" | null>(null);
  const [sure, setSure] = useState(isAmendment(view));
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
    ...{ sign, code, sure, setSure, tried, way },
    asked: isOld ? null : asked,
    ask: (wanted: "sms" | null) => {
      setTried(true);
      setWay(wanted);
      if (sure) code.run({ params, body: { party, way: wanted } });
    },
    send: (digits: string) => {
      setTried(true);
      const { textHash } = view;
      if (!sure) return;
      sign.run({ params, body: { party, textHash, code: digits, language: getLocale() } });
    },
  };
}
