import { Upload } from "lucide-react";
import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { holds, useMe } from "#web/session.ts";
import { Page } from "#web/shell/page.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { number } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { useView } from "#web/view.ts";
import type { listFrameworks } from "../framework.contract.ts";
import { kindWord, validityWords } from "./framework-words.ts";
import { Name } from "./words.tsx";

/** Every qualification whose requirements are here; an admin imports more. */
export function QualificationsPage() {
  const { rows, today, abilities } = useView<typeof listFrameworks>({ path: "/api/frameworks" }, [
    "frameworks",
  ]);
  const me = useMe();
  const mayImport = abilities.import.allowed;
  return (
    <Page frame="staff">
      <PageHead
        title={m.framework_list_title()}
        detail={
          <>
            {m.framework_list_detail()}{" "}
            {holds(me, "teacher", "coordinator", "provider_admin") && (
              <Link href="/qualifications/cards">{m.framework_missing_cards()}</Link>
            )}
          </>
        }
        end={
          mayImport && (
            <ButtonLink kind="primary" icon={Upload} href="/qualifications/import">
              {m.framework_list_import()}
            </ButtonLink>
          )
        }
      />
      <div className="main">
        {rows.length === 0 ? (
          <EmptyState title={m.framework_list_empty()}>
            <p>{mayImport ? m.framework_list_empty_you() : m.framework_list_empty_other()}</p>
          </EmptyState>
        ) : (
          <Rows label={m.framework_list_label()}>
            {rows.map((row) => (
              <QualificationRow key={row.frameworkId} row={row} today={today} />
            ))}
          </Rows>
        )}
      </div>
    </Page>
  );
}

type Qualification = AnswerOf<typeof listFrameworks>["rows"][number];

function QualificationRow({ row, today }: { row: Qualification; today: string }) {
  const ended = row.validTo !== null && row.validTo < today;
  const facts = [row.registerNumber, kindWord(row.kind), validityWords(row, today)];
  return (
    <Row
      sub={facts.filter((fact) => fact !== null && fact !== "").join(" · ")}
      end={
        <span className="small muted">
          {m.framework_units({ count: row.units, text: number(row.units) })},{" "}
          {m.framework_requirements({ count: row.requirements, text: number(row.requirements) })}
        </span>
      }
    >
      <Link href={`/qualifications/${row.versionId}`}>
        <b>
          <Name text={row.name} />
        </b>
      </Link>{" "}
      {ended && <Badge kind="wait">{m.framework_ended()}</Badge>}
    </Row>
  );
}
