import { FilePlus } from "lucide-react";
import { useState } from "react";
import type { readPlacement } from "#features/placements/placement-page.contract.ts";
import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { useBack } from "#web/shell/bar-state.ts";
import { Page } from "#web/shell/page.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Link } from "#web/ui/link.tsx";
import { Note } from "#web/ui/note.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { useView } from "#web/view.ts";
import type { listAgreements } from "../agreement.contract.ts";
import { agreementName, StateBadge, standingText } from "./agreement-rows.tsx";
import { AGREEMENTS_PATH } from "./agreement-view.ts";
import { AmendForm } from "./amend-form.tsx";
import { SendForm } from "./send-form.tsx";
import "./agreement-page.css";

export type AgreementsView = AnswerOf<typeof listAgreements>;
type Listed = AgreementsView["rows"][number];

/** Agreements of one placement; from here the next one is sent. */
export function AgreementsPage({ placementId }: { placementId: string }) {
  const view = useView<typeof listAgreements>({ path: AGREEMENTS_PATH, params: { placementId } }, [
    `placement:${placementId}`,
  ]);
  const [writing, setWriting] = useState<"agreement" | "amendment" | null>(null);
  const close = () => setWriting(null);
  const sending = writing === "agreement";
  useBack({ href: `/placements/${placementId}`, label: m.agreement_back() });
  const isOut = view.rows.some(({ state }) => state === "out");
  const maySend = view.abilities.send.allowed && !isOut;
  const isSigned = view.rows.some(({ state }) => state === "completed");
  return (
    <Page frame="staff">
      <Head placementId={placementId} />
      <div className="main stack-8">
        {view.rows.length === 0 && !sending && (
          <EmptyState title={m.agreements_none()}>{m.agreements_none_then()}</EmptyState>
        )}
        {view.rows.length > 0 && (
          <Rows label={m.agreements_title()}>
            {view.rows.map((row) => (
              <ListedRow key={row.id} row={row} />
            ))}
          </Rows>
        )}
        {maySend && view.missing.length > 0 && <Missing view={view} />}
        {maySend && view.missing.length === 0 && writing === null && (
          <Button
            kind={isSigned ? "second" : "primary"}
            icon={FilePlus}
            onClick={() => setWriting(isSigned ? "amendment" : "agreement")}
          >
            {isSigned ? m.agreements_amend() : m.agreements_make()}
          </Button>
        )}
        {sending && maySend && <SendForm view={view} onClose={close} />}
        {writing === "amendment" && maySend && (
          <AmendForm placementId={placementId} onClose={close} />
        )}
      </div>
    </Page>
  );
}

function Head({ placementId }: { placementId: string }) {
  const { student, workplace } = useView<typeof readPlacement>(
    { path: "/api/placements/{placementId}", params: { placementId } },
    [`placement:${placementId}`],
  );
  const name = `${student.givenName} ${student.familyName}`;
  return (
    <PageHead
      crumb={<Link href={`/placements/${placementId}`}>{`${name}, ${workplace.name}`}</Link>}
      title={m.agreements_title()}
    />
  );
}

function ListedRow({ row }: { row: Listed }) {
  return (
    <Row sub={standingText(row)} end={<StateBadge state={row.state} />}>
      <Link href={`/agreements/${row.id}`}>{agreementName(row)}</Link>
    </Row>
  );
}

const MISSING: Readonly<Record<string, { words: () => string; page: string } | undefined>> = {
  plan: { words: m.agreements_missing_plan, page: "/plan" },
  tutor: { words: m.agreements_missing_tutor, page: "" },
  insurance: { words: m.agreements_missing_insurance, page: "/checklist" },
};

/** What has to be there before a text can be made, each with the page where it is done. */
function Missing({ view }: { view: AgreementsView }) {
  return (
    <Note kind="wait" lead={m.agreements_missing()}>
      {view.missing.map((code) => {
        const known = MISSING[code];
        return known ? (
          <Link key={code} href={`/placements/${view.placementId}${known.page}`}>
            {known.words()}
          </Link>
        ) : null;
      })}
    </Note>
  );
}
