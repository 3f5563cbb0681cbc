import { FileText } from "lucide-react";
import { m } from "#messages/web";
import { ButtonLink } from "#web/ui/button-link.tsx";
import type { AnyAgreementView } from "./agreement-view.ts";

/** The sealed PDF of a completed agreement; nothing while the job still makes it. */
export function OpenPaper({ view }: { view: AnyAgreementView }) {
  if (view.paper === null) return null;
  return (
    <ButtonLink icon={FileText} block href={`/api/agreements/${view.id}/paper`} download>
      {m.agreement_open_paper()}
    </ButtonLink>
  );
}
