import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { useBack } from "#web/shell/bar-state.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { RadioGroup } from "#web/ui/choice-group.tsx";
import { dayYear, localDay } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Note } from "#web/ui/note.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { liftSuspension, readStanding, suspendWorkplace } from "../standing.contract.ts";
import { SUSPENSIONS, type SuspensionKind } from "../standing.ts";

const STANDING_PATH = "/api/workplaces/{workplaceId}/standing";
type Standing = AnswerOf<typeof readStanding>;

/** Suspend a workplace, withdraw its suitability, or end a suspension; and what has been before. */
export function StandingPage({ workplaceId }: { workplaceId: string }) {
  const [asked, ask] = useState<string | null>(null);
  const view = useView<typeof readStanding>({
    path: STANDING_PATH,
    params: { workplaceId },
    query: asked === null ? {} : { providerId: asked },
  });
  useBack({ href: `/workplaces/${workplaceId}`, label: m.standing_back() });
  return (
    <Page frame="staff">
      <PageHead
        crumb={<Link href={`/workplaces/${workplaceId}`}>{view.employerName}</Link>}
        title={m.standing_title({ workplace: view.name })}
      />
      <div className="main stack-8">
        {view.providers.length > 1 && (
          <RadioGroup
            legend={m.standing_for()}
            name="provider"
            value={view.providerId}
            onChange={ask}
            options={view.providers.map(({ id, name }) => ({ value: id, label: textOf(name) }))}
          />
        )}
        {view.open && <OpenNote open={view.open} />}
        {view.abilities.suspend.allowed && <SuspendForm key={view.providerId} view={view} />}
        {view.abilities.lift.allowed && <LiftForm key={view.providerId} view={view} />}
        {view.open === null && !view.abilities.suspend.allowed && (
          <p>{m.standing_not_suspended()}</p>
        )}
        <Earlier view={view} />
      </div>
    </Page>
  );
}

function OpenNote({ open }: { open: NonNullable<Standing["open"]> }) {
  const lead = open.kind === "withdrawn" ? m.standing_withdrawn() : m.standing_suspended();
  return (
    <Note kind="stop" lead={lead}>
      {open.reason} {m.standing_by({ name: open.by, day: dayYear(localDay(open.at)) })}
    </Note>
  );
}

const KIND_NAMES: Readonly<Record<SuspensionKind, { label: () => string; detail: () => string }>> =
  {
    suspended: { label: m.standing_suspend, detail: m.standing_suspend_detail },
    withdrawn: { label: m.standing_withdraw, detail: m.standing_withdraw_detail },
  };

function SuspendForm({ view }: { view: Standing }) {
  const say = useToast();
  const [kind, setKind] = useState<SuspensionKind>("suspended");
  const [reason, setReason] = useState("");
  const suspend = useDeed<typeof suspendWorkplace>({
    method: "POST",
    path: "/api/workplaces/{workplaceId}/suspension",
    changes: [STANDING_PATH, "/api/board"],
    onDone: ({ relocations }) => say({ text: m.standing_done({ count: relocations }) }),
  });
  return (
    <Card as="section" label={m.standing_form()}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const { workplaceId, providerId } = view;
          suspend.run({ params: { workplaceId }, body: { providerId, kind, reason } });
        }}
      >
        <RadioGroup
          legend={m.standing_form()}
          name="kind"
          value={kind}
          onChange={setKind}
          options={SUSPENSIONS.map((value) => ({
            value,
            label: KIND_NAMES[value].label(),
            detail: KIND_NAMES[value].detail(),
          }))}
        />
        <TextArea
          label={m.standing_reason()}
          hint={m.standing_reason_hint()}
          required
          maxLength={2_000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <p>{m.standing_touches({ running: view.running, coming: view.coming })}</p>
        <Button type="submit" kind="danger" busy={suspend.busy}>
          {KIND_NAMES[kind].label()}
        </Button>
        <ProblemNote error={suspend.problem} />
      </form>
    </Card>
  );
}

function LiftForm({ view }: { view: Standing }) {
  const [reason, setReason] = useState("");
  const lift = useDeed<typeof liftSuspension>({
    method: "POST",
    path: "/api/workplaces/{workplaceId}/suspension/end",
    changes: [STANDING_PATH, "/api/board"],
  });
  return (
    <Card as="section" label={m.standing_lift()}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const { workplaceId, providerId } = view;
          lift.run({ params: { workplaceId }, body: { providerId, reason } });
        }}
      >
        <TextArea
          label={m.standing_lift_reason()}
          required
          maxLength={2_000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <Button type="submit" kind="primary" busy={lift.busy}>
          {m.standing_lift()}
        </Button>
        <ProblemNote error={lift.problem} />
      </form>
    </Card>
  );
}

function Earlier({ view }: { view: Standing }) {
  if (view.earlier.length === 0) return null;
  return (
    <Section title={m.standing_earlier()}>
      <Rows label={m.standing_earlier()}>
        {view.earlier.map(({ id, reason, by, at, lifted }) => (
          <Row
            key={id}
            sub={[
              m.standing_by({ name: by, day: dayYear(localDay(at)) }),
              lifted &&
                m.standing_lifted_by({ name: lifted.by, day: dayYear(localDay(lifted.at)) }),
              lifted?.reason,
            ]
              .filter(Boolean)
              .join(" ")}
          >
            {reason}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
