import { m } from "#messages/web";
import { Note } from "#web/ui/note.tsx";
import type { AnyAgreementView } from "./agreement-view.ts";

/** What is to know about the PDF: why there is none, or that its time is the college's own. */
export function PaperState({ view: { paper, paperWaits } }: { view: AnyAgreementView }) {
  if (paperWaits === "seal_expired") {
    return (
      <Note kind="wait" lead={m.agreement_paper_waits()}>
        {m.agreement_paper_seal_expired()}
      </Note>
    );
  }
  if (paper === null || paper.timeStamped) return null;
  return <p className="muted">{m.agreement_paper_no_stamp()}</p>;
}
