import { Copy } from "lucide-react";
import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { useMe } from "#web/session.ts";
import { NotFoundPage } from "#web/shell/edge-pages.tsx";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { moment, number } from "#web/ui/format.ts";
import { Note } from "#web/ui/note.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { checkAudit, readAudit } from "../audit.contract.ts";
import type { Fault } from "../chain.ts";
import { AuditSearch, type Search } from "./audit-search.tsx";
import "./audit-page.css";

const PATH = "/api/providers/{providerId}/audit";
export type AuditView = AnswerOf<typeof readAudit>;

/** For the provider's administrator: is the chain whole, what can be copied out of it, and who did what. */
export function AuditPage() {
  const me = useMe();
  const seat = me?.memberships.find(({ role }) => role === "provider_admin");
  if (!me || seat === undefined) return <NotFoundPage />;
  return <Audit providerId={seat.providerId} personId={me.personId} />;
}

function Audit({ providerId, personId }: { providerId: string; personId: string }) {
  const [search, setSearch] = useState<Search>({});
  const view = useView<typeof readAudit>({ path: PATH, params: { providerId }, query: search }, [
    `person:${personId}`,
  ]);
  return (
    <Page frame="staff">
      <PageHead crumb={textOf(view.providerName)} title={m.audit_title()} />
      <div className="two">
        <AuditSearch providerId={providerId} view={view} search={search} onSearch={setSearch} />
        <div className="stack-8">
          <ChainState providerId={providerId} view={view} />
          <Heads view={view} />
        </div>
      </div>
    </Page>
  );
}

const FAULT_WORDS: Readonly<Record<Fault, () => string>> = {
  altered: m.audit_fault_altered,
  missing: m.audit_fault_missing,
  swapped: m.audit_fault_swapped,
  forked: m.audit_fault_forked,
  unlinked: m.audit_fault_unlinked,
};

function ChainState({ providerId, view }: { providerId: string; view: AuditView }) {
  const { checked, now } = view;
  const check = useDeed<typeof checkAudit>({
    method: "POST",
    path: `${PATH}/check`,
    changes: [PATH],
  });
  const [askedAt, setAskedAt] = useState<string | null>(null);
  const waits = check.done && askedAt === (checked?.at ?? "");
  const press = () => {
    setAskedAt(checked?.at ?? "");
    check.run({ params: { providerId } });
  };
  return (
    <Section title={m.audit_chain()} end={<StateBadge checked={checked} />}>
      <div className="stack">
        <p className="muted">{m.audit_chain_why()}</p>
        {checked?.broken && (
          <Note kind="stop" lead={m.audit_broken()}>
            {m.audit_broken_at({
              number: checked.broken.number,
              what: FAULT_WORDS[checked.broken.fault](),
            })}
          </Note>
        )}
        {checked !== null && (
          <p>
            {m.audit_checked({ moment: moment(checked.at, now), count: number(checked.number) })}
          </p>
        )}
        <p aria-live="polite">{waits && m.audit_checking()}</p>
        <Button busy={check.busy} onClick={press}>
          {m.audit_check()}
        </Button>
        <ProblemNote error={check.problem} />
      </div>
    </Section>
  );
}

function StateBadge({ checked }: { checked: AuditView["checked"] }) {
  if (checked === null) return <Badge kind="plain">{m.audit_never()}</Badge>;
  return checked.broken === null ? (
    <Badge kind="ok">{m.audit_whole()}</Badge>
  ) : (
    <Badge kind="stop">{m.audit_broken()}</Badge>
  );
}

/** A line for each day that can be kept elsewhere: "kisalli ranta 2026-11-23 1234 sha256:..." */
function Heads({ view: { heads, slug } }: { view: AuditView }) {
  const [copied, setCopied] = useState<string | null>(null);
  if (heads.length === 0) return null;
  const copy = (day: string, line: string) =>
    void navigator.clipboard.writeText(line).then(() => setCopied(day));
  return (
    <Section title={m.audit_heads()}>
      <p className="muted">{m.audit_heads_why()}</p>
      <Rows label={m.audit_heads()}>
        {heads.map(({ day, number: last, hash }) => {
          const line = `kisalli ${slug} ${day} ${last} sha256:${hash ?? ""}`;
          return (
            <Row key={day}>
              <code className="grow">{line}</code>
              <Button kind="quiet" icon={Copy} onClick={() => copy(day, line)}>
                {copied === day ? m.audit_copied() : m.audit_copy()}
              </Button>
            </Row>
          );
        })}
      </Rows>
    </Section>
  );
}
