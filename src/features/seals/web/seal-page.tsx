import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { useMe } from "#web/session.ts";
import { NotFoundPage } from "#web/shell/edge-pages.tsx";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { dayYear, localDay, number } from "#web/ui/format.ts";
import { type KeyValue, KeyValues } from "#web/ui/key-values.tsx";
import { Link } from "#web/ui/link.tsx";
import { Note } from "#web/ui/note.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { makeSeal, readSeals } from "../seals.contract.ts";
import { BringForm } from "./bring-form.tsx";

const PATH = "/api/providers/{providerId}/seals";
type SealsView = AnswerOf<typeof readSeals>;
type Seal = SealsView["seals"][number];

/** For the provider's administrator: what signed papers are sealed with, and how to replace it. */
export function SealPage() {
  const seat = useMe()?.memberships.find(({ role }) => role === "provider_admin");
  return seat === undefined ? <NotFoundPage /> : <Seals providerId={seat.providerId} />;
}

function Seals({ providerId }: { providerId: string }) {
  const view = useView<typeof readSeals>({ path: PATH, params: { providerId } });
  const current = view.seals.find(({ state }) => state !== "retired");
  return (
    <Page frame="staff">
      <PageHead crumb={textOf(view.providerName)} title={m.seal_title()} />
      <div className="two">
        <div className="stack-8">
          <p className="muted">
            {m.seal_why()} <Link href="/verify">{m.seal_check_link()}</Link>
          </p>
          <Current seal={current} view={view} />
          <Older seals={view.seals.filter(({ state }) => state === "retired")} />
        </div>
        <div className="stack-8">
          <BringForm providerId={providerId} />
          <MakePart providerId={providerId} />
        </div>
      </div>
    </Page>
  );
}

const dayOf = (instant: string) => dayYear(localDay(instant));

function Current({ seal, view }: { seal: Seal | undefined; view: SealsView }) {
  if (seal === undefined) return <Note>{m.seal_none()}</Note>;
  const expired = seal.state === "expired";
  const items: KeyValue[] = [
    { key: "subject", label: m.seal_subject(), value: seal.subject },
    { key: "print", label: m.seal_fingerprint(), value: <code>{inGroups(seal.fingerprint)}</code> },
    {
      key: "valid",
      label: m.seal_valid(),
      value: m.seal_valid_range({ from: dayOf(seal.validFrom), until: dayOf(seal.validUntil) }),
    },
    { key: "since", label: m.seal_since(), value: dayOf(seal.addedAt) },
    {
      key: "origin",
      label: m.seal_origin(),
      value: seal.origin === "made" ? m.seal_origin_made() : m.seal_origin_brought(),
    },
    {
      key: "stamp",
      label: m.seal_stamp(),
      value: view.stamps ? m.seal_stamp_on() : m.seal_stamp_off(),
    },
  ];
  const badge = expired ? (
    <Badge kind="stop">{m.seal_expired()}</Badge>
  ) : (
    <Badge kind="ok">{m.seal_in_use()}</Badge>
  );
  return (
    <Section title={m.shell_seal()} end={badge} className="stack">
      {expired && (
        <Note kind="stop" lead={m.seal_expired()}>
          {m.seal_expired_text({ count: number(view.waiting) })}
        </Note>
      )}
      <KeyValues items={items} />
    </Section>
  );
}

/** Groups of four can be read aloud and compared. */
function inGroups(fingerprint: string): string {
  return fingerprint.match(/.{1,4}/g)?.join(" ") ?? fingerprint;
}

function Older({ seals }: { seals: readonly Seal[] }) {
  if (seals.length === 0) return null;
  return (
    <Section title={m.seal_older()}>
      <p className="muted">{m.seal_older_why()}</p>
      <Rows label={m.seal_older()}>
        {seals.map(({ id, subject, fingerprint, addedAt, retiredAt }) => (
          <Row
            key={id}
            sub={m.seal_retired({ from: dayOf(addedAt), until: dayOf(retiredAt ?? addedAt) })}
          >
            {subject} <code>{inGroups(fingerprint)}</code>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

function MakePart({ providerId }: { providerId: string }) {
  const make = useDeed<typeof makeSeal>({ method: "POST", path: PATH, changes: [PATH] });
  return (
    <Section title={m.seal_make()} className="stack">
      <p className="muted">{m.seal_make_why()}</p>
      <Button busy={make.busy} onClick={() => make.run({ params: { providerId } })}>
        {m.seal_make_do()}
      </Button>
      <p aria-live="polite">{make.done && m.seal_done()}</p>
      <ProblemNote error={make.problem} />
    </Section>
  );
}
