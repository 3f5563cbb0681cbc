import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { Button } from "#web/ui/button.tsx";
import { names } from "#web/ui/format.ts";
import { Note } from "#web/ui/note.tsx";
import { type AnyAgreementView, nameOf, type PartyView } from "./agreement-view.ts";
import { SignWithCode } from "./sign-with-code.tsx";
import { TextChanged } from "./text-changed.tsx";
import { useSigning } from "./use-signing.ts";

type PartProps = {
  view: AnyAgreementView;
  own: PartyView | undefined;
  /** Opens the form that corrects days and hours, where the reader may. */
  onCorrect?: () => void;
};

/** The one thing this reader can do: sign by code, say that it has been read, or see whom it waits for. */
export function SignPart({ view, own, onCorrect }: PartProps) {
  if (view.state !== "out" && !(view.state === "completed" && own?.turn)) {
    const reads = own && own.signature === null && own.duty === "acknowledges";
    return reads && view.state === "completed" ? <Acknowledge view={view} own={own} /> : null;
  }
  // What can no longer be carried out is not signed; the page says so above.
  if (view.kind === "amendment" && view.overtaken.length > 0) return null;
  if (own === undefined || own.signature !== null || own.duty === "informed") {
    return <WaitsFor view={view} own={own} />;
  }
  const ability = view.abilities.sign[own.party];
  if (!ability.allowed) return <NotAllowed reason={ability.reason} own={own} />;
  if (own.duty === "acknowledges") return <Acknowledge view={view} own={own} />;
  if (!own.turn) return <WaitsFor view={view} own={own} />;
  return <SignWithCode view={view} own={own} onCorrect={onCorrect} />;
}

function WaitsFor({ view, own }: PartProps) {
  const waiting = view.parties.filter(({ turn, duty }) => turn && duty === "signs");
  const others = waiting.filter(({ party }) => party !== own?.party);
  return (
    <div className="stack-3">
      {own?.signature && <Note kind="ok" lead={m.agreement_you_have_signed()} />}
      {others.length > 0 && (
        <p className="muted">{m.agreement_waits_for({ names: names(others.map(nameOf)) })}</p>
      )}
    </div>
  );
}

function NotAllowed({ reason, own }: { reason: string; own: PartyView }) {
  if (reason !== "colleague") return null;
  return <Note kind="wait">{m.agreement_colleague({ name: nameOf(own) })}</Note>;
}

type OwnProps = { view: AnyAgreementView; own: PartyView };

function Acknowledge({ view, own }: OwnProps) {
  const sign = useSigning();
  return (
    <div className="stack-3 agreement-sign">
      <p>
        {view.kind === "amendment" ? m.amendment_read_means() : m.agreement_acknowledge_means()}
      </p>
      <TextChanged error={sign.problem} />
      <Button
        kind="primary"
        size="big"
        block
        busy={sign.busy}
        onClick={() =>
          sign.run({
            params: { agreementId: view.id },
            body: {
              party: own.party,
              textHash: view.textHash,
              code: null,
              language: getLocale(),
            },
          })
        }
      >
        {m.agreement_i_have_read()}
      </Button>
    </div>
  );
}
