import { Check } from "lucide-react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { useBack, useCollege } from "#web/shell/bar-state.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { clock, dayLong } from "#web/ui/format.ts";
import { Icon } from "#web/ui/icon.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Progress } from "#web/ui/progress.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useView } from "#web/view.ts";
import type { readInduction } from "../induction.contract.ts";
import { AddItem } from "./induction-add.tsx";
import {
  INDUCTION_PATH,
  type InductionView,
  itemsOf,
  markOf,
  nextOf,
  type ShownItem,
} from "./induction-view.ts";
import { type Confirm, useConfirm } from "./use-confirm.ts";

/** Start safely: one item at a time, confirmed by the one who shows it and the one who is shown. */
export function InductionPage({ placementId }: { placementId: string }) {
  const view = useView<typeof readInduction>({ path: INDUCTION_PATH, params: { placementId } }, [
    `placement:${placementId}`,
  ]);
  const confirm = useConfirm(view);
  useCollege(view.providerName);
  useBack({ href: `/placements/${placementId}`, label: m.suitability_back() });
  const items = itemsOf(view);
  const next = nextOf(view, items, confirm.waiting);
  const known = items.filter((item) => isConfirmed(view, item, confirm.waiting));
  return (
    <Page frame="phone" className="induction">
      <PageHead
        bare
        crumb={m.induction_crumb({ day: dayLong(view.startsOn) })}
        title={m.induction_title({ workplace: view.workplaceName })}
      />
      <Progress
        label={m.induction_progress_label()}
        value={view.total - view.missing}
        max={view.total}
        text={m.induction_progress({ done: view.total - view.missing, all: view.total })}
      />
      {next === undefined ? (
        <AllShown view={view} />
      ) : (
        <NextItem view={view} item={next} confirm={confirm} />
      )}
      {confirm.waiting.length > 0 && (
        <p role="status" className="muted">
          {m.induction_on_phone({ count: confirm.waiting.length })}
        </p>
      )}
      <ProblemNote error={confirm.problem} />
      <ItemList view={view} title={m.induction_known()} items={known} confirm={confirm} />
      <ItemList
        view={view}
        title={m.induction_still()}
        items={items.filter((item) => !known.includes(item) && item !== next)}
        confirm={confirm}
      />
      <p className="small muted">{m.induction_who_sees({ name: view.teacher.givenName })}</p>
      {view.abilities.addItem.allowed && <AddItem view={view} />}
    </Page>
  );
}

function isConfirmed(view: InductionView, item: ShownItem, waiting: readonly string[]): boolean {
  const party = view.party ?? "student";
  return waiting.includes(item.key) || markOf(item, party) !== undefined;
}

function AllShown({ view }: { view: InductionView }) {
  return view.missing === 0 ? (
    <EmptyState title={m.induction_all()}>{m.induction_all_text()}</EmptyState>
  ) : (
    <p className="muted">{m.induction_waits_other()}</p>
  );
}

type NextProps = { view: InductionView; item: ShownItem; confirm: Confirm };

function NextItem({ view, item, confirm }: NextProps) {
  const shown = markOf(item, "tutor");
  return (
    <Card as="section" asked label={textOf(item.text)}>
      {item.taskName && <p className="crumb">{textOf(item.taskName)}</p>}
      <h2>{textOf(item.text)}</h2>
      {view.party === "student" && (
        <p className="muted">
          {shown
            ? m.induction_showed({ name: shown.by, time: clock(shown.at) })
            : m.induction_not_shown({ name: view.tutor?.givenName ?? m.attention_the_tutor() })}
        </p>
      )}
      {view.abilities.confirm.allowed && (
        <Button kind="primary" block onClick={() => confirm.press(item, true)}>
          <Icon of={Check} />
          {view.party === "tutor"
            ? m.induction_i_showed({ name: view.student.givenName })
            : m.induction_i_know()}
        </Button>
      )}
    </Card>
  );
}

type ListProps = {
  view: InductionView;
  title: string;
  items: readonly ShownItem[];
  confirm: Confirm;
};

function ItemList({ view, title, items, confirm }: ListProps) {
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <Rows label={title}>
        {items.map((item) => {
          const mine = view.party && markOf(item, view.party);
          return (
            <Row
              key={item.key}
              {...(mine ? { icon: Check, tone: "spruce" as const } : {})}
              sub={[
                item.taskName && textOf(item.taskName),
                ...item.marks.map(({ by, at }) => `${by} ${clock(at)}`),
              ]
                .filter(Boolean)
                .join(" · ")}
              end={
                view.abilities.confirm.allowed &&
                (!mine || mine.undoable) && (
                  <Button kind="quiet" onClick={() => confirm.press(item, !mine)}>
                    {mine ? m.induction_undo() : m.induction_confirm()}
                    <span className="vh"> {textOf(item.text)}</span>
                  </Button>
                )
              }
            >
              {textOf(item.text)}
            </Row>
          );
        })}
      </Rows>
    </Section>
  );
}
