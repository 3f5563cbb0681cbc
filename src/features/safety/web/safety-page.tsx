import { useState } from "react";
import { m } from "#messages/web";
import { useMe } from "#web/session.ts";
import { useBack, useCollege } from "#web/shell/bar-state.ts";
import { Page } from "#web/shell/page.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { useView } from "#web/view.ts";
import type { readMySafety } from "../safety.contract.ts";
import type { Kind } from "../safety.ts";
import { QuickExit } from "./quick-exit.tsx";
import { ReportCard } from "./report-card.tsx";
import { SafetyForm } from "./safety-form.tsx";
import { KIND_NAMES, MINE_PATH, type Mine } from "./safety-view.ts";
import { useOutbox } from "./use-outbox.ts";
import { WaitingWords } from "./waiting-words.tsx";
import "./safety-page.css";

const OWN = ["need_someone", "near_miss", "incident"] as const;

/** The student's own: what is asked, what can be told, and who knows now. */
export function SafetyPage() {
  const me = useMe();
  const view = useView<typeof readMySafety>(
    { path: MINE_PATH },
    me ? [`person:${me.personId}`] : [],
  );
  const [chosen, choose] = useState<Kind | null>(null);
  const { placement } = view;
  useCollege(placement?.providerName ?? {});
  useBack({ href: "/today", label: m.shell_today() });
  const outbox = useOutbox(me?.personId ?? "");
  const sent = outbox.waiting.map(({ said }) => said.kind);
  const due = placement?.asked ?? null;
  const asked = chosen ?? (due !== null && sent.includes(due) ? null : due);
  return (
    <Page frame="phone" className="safety">
      <QuickExit />
      <PageHead
        bare
        crumb={placement?.workplaceName}
        title={asked === null ? m.safety_title() : KIND_NAMES[asked]()}
      />
      {placement === null ? (
        <EmptyState title={m.safety_no_placement()}>{m.safety_no_placement_text()}</EmptyState>
      ) : asked === null ? (
        <TellSomething onChoose={choose} />
      ) : (
        <SafetyForm
          key={asked}
          kind={asked}
          personId={me?.personId ?? ""}
          outbox={outbox}
          placementId={placement.id}
          choices={placement.choices}
          onDone={() => choose(null)}
        />
      )}
      {asked !== null && placement?.asked !== asked && (
        <Button kind="quiet" onClick={() => choose(null)}>
          {m.safety_back()}
        </Button>
      )}
      <div className="stack-6 safety-rest">
        <WaitingWords outbox={outbox} />
        <Danger view={view} />
        <Told view={view} />
      </div>
    </Page>
  );
}

function TellSomething({ onChoose }: { onChoose: (kind: Kind) => void }) {
  return (
    <div className="stack">
      <p>{m.safety_tell_text()}</p>
      {OWN.map((kind, index) => (
        <Button
          key={kind}
          kind={index === 0 ? "voice" : "second"}
          block
          onClick={() => onChoose(kind)}
        >
          {KIND_NAMES[kind]()}
        </Button>
      ))}
    </div>
  );
}

function Told({ view }: { view: Mine }) {
  return view.reports.map((report) => (
    <ReportCard key={report.id} report={report} choices={view.placement?.choices ?? []} />
  ));
}

/** Numbers that work without a network. */
function Danger({ view }: { view: Mine }) {
  const teacher = view.placement?.choices.find(({ part }) => part === "teacher");
  return (
    <section className="stack">
      <h2>{m.safety_danger()}</h2>
      <p>{m.safety_danger_text()}</p>
      <a className="btn btn-danger btn-block" href="tel:112">
        {m.safety_112()}
      </a>
      {teacher?.phone && (
        <a className="btn btn-block" href={`tel:${teacher.phone.replaceAll(/\s/g, "")}`}>
          {teacher.name}, {teacher.phone}
        </a>
      )}
    </section>
  );
}
