import { Suspense, useDeferredValue, useState } from "react";
import { m } from "#messages/web";
import { newKey } from "#web/new-key.ts";
import type { AnswerOf } from "#web/request.ts";
import { Button } from "#web/ui/button.tsx";
import { Chip, ChipGroup } from "#web/ui/chip.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { dayYear } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed, useView } from "#web/view.ts";
import {
  ENTRY_KINDS,
  type EntryKind,
  TIMELINE_KINDS,
  TIMELINE_WINDOW,
  type TimelineKind,
} from "../register.ts";
import type { readTimeline } from "../timeline.contract.ts";
import type { putEntry } from "../workplace.contract.ts";
import { PartForm, WORKPLACE_READS } from "./part-form.tsx";
import { entryName } from "./register-words.ts";
import { momentText, timelineKindName } from "./timeline-words.ts";
import type { Workplace } from "./workplace-page.tsx";

type Entry = NonNullable<Moment["entry"]>;
type Draft = { kind: EntryKind; onDay: string | null; text: string };

type Written = { kind: EntryKind; onDay: string; text: string };

const LONGEST = 2_000;

/** What has happened between one's own college and this workplace, newest first. */
export function RelationSection({ workplace }: { workplace: Workplace }) {
  const say = useToast();
  const [draft, setDraft] = useState<Draft | null>(null);
  const put = useDeed<typeof putEntry>({
    method: "PUT",
    path: "/api/workplaces/{workplaceId}/entries/{entryId}",
    changes: WORKPLACE_READS,
  });
  const send = (id: string, body: Written, gone: boolean) =>
    put.ask({
      params: { workplaceId: workplace.id, entryId: id },
      body: { ...body, withdrawn: gone },
    });
  const save = async () => {
    if (draft === null || draft.onDay === null || draft.text.trim() === "") return;
    await send(newKey(), { ...draft, onDay: draft.onDay, text: draft.text.trim() }, false);
    setDraft(null);
  };
  const withdraw = async ({ id, kind, text }: Entry, onDay: string) => {
    await send(id, { kind, onDay, text }, true);
    say({
      text: m.register_entry_withdrawn(),
      undo: () => void send(id, { kind, onDay, text }, false).catch(() => undefined),
    });
  };
  const mayNote = workplace.abilities.note.allowed && workplace.survivor === null;
  const end = mayNote && draft === null && (
    <Button
      kind="quiet"
      onClick={() => setDraft({ kind: "phone", onDay: workplace.today, text: "" })}
    >
      {m.register_entry_add()}
    </Button>
  );
  return (
    <Section title={m.register_relation()} end={end} className="stack-3">
      {draft !== null && (
        <PartForm
          label={m.register_entry_add()}
          busy={put.busy}
          problem={put.problem}
          onSave={() => void save().catch(() => undefined)}
          onClose={() => setDraft(null)}
        >
          <EntryFields draft={draft} onDraft={setDraft} today={workplace.today} />
        </PartForm>
      )}
      <p className="muted">{m.register_timeline_own()}</p>
      <Suspense fallback={<Skeleton lines={4} />}>
        <Timeline
          workplace={workplace}
          onWithdraw={(one, onDay) => void withdraw(one, onDay).catch(() => undefined)}
        />
      </Suspense>
    </Section>
  );
}

type EntryFieldsProps = { draft: Draft; onDraft: (draft: Draft) => void; today: string };

function EntryFields({ draft, onDraft, today }: EntryFieldsProps) {
  return (
    <>
      <SelectField
        label={m.register_entry_kind()}
        value={draft.kind}
        options={ENTRY_KINDS.map((kind) => ({ value: kind, label: entryName(kind) }))}
        onChange={({ target }) => {
          const kind = ENTRY_KINDS.find((one) => one === target.value);
          if (kind) onDraft({ ...draft, kind });
        }}
      />
      <DateField
        label={m.register_entry_day()}
        value={draft.onDay}
        max={today}
        onChange={(onDay) => onDraft({ ...draft, onDay })}
      />
      <TextArea
        label={m.register_entry_text()}
        rows={3}
        maxLength={LONGEST}
        value={draft.text}
        onChange={({ target }) => onDraft({ ...draft, text: target.value })}
      />
    </>
  );
}

type Moment = AnswerOf<typeof readTimeline>["moments"][number];
type TimelineProps = {
  workplace: Workplace;
  onWithdraw: (entry: Entry, onDay: string) => void;
};

/** Contacts, letters, placements, decisions and people in one list, newest first. */
function Timeline({ workplace, onWithdraw }: TimelineProps) {
  const [asked, setAsked] = useState<Asked>({ kind: undefined, limit: TIMELINE_WINDOW });
  const { kind, limit } = useDeferredValue(asked);
  const { moments, counts } = useView<typeof readTimeline>({
    path: "/api/workplaces/{workplaceId}/timeline",
    params: { workplaceId: workplace.id },
    query: { ...(kind ? { kind } : {}), limit },
  });
  const total = counts
    .filter((one) => kind === undefined || one.kind === kind)
    .reduce((sum, { count }) => sum + count, 0);
  if (counts.length === 0) return <p className="muted">{m.register_relation_none()}</p>;
  return (
    <div className="stack-3">
      <KindChips counts={counts} asked={asked} onAsked={setAsked} />
      {moments.length === 0 && <p className="muted">{m.register_timeline_none_kind()}</p>}
      <Rows label={m.register_relation()}>
        {moments.map((moment) => (
          <MomentRow key={moment.key} moment={moment} onWithdraw={onWithdraw} />
        ))}
      </Rows>
      {total > moments.length && (
        <Button
          kind="second"
          onClick={() => setAsked({ ...asked, limit: asked.limit + TIMELINE_WINDOW })}
        >
          {m.register_timeline_more()}
        </Button>
      )}
    </div>
  );
}

type Asked = { readonly kind: TimelineKind | undefined; readonly limit: number };
type ChipsProps = {
  counts: AnswerOf<typeof readTimeline>["counts"];
  asked: Asked;
  onAsked: (asked: Asked) => void;
};

/** Only kinds that there are; one at a time. */
function KindChips({ counts, asked, onAsked }: ChipsProps) {
  const kinds = TIMELINE_KINDS.flatMap((kind) => counts.filter((one) => one.kind === kind));
  if (kinds.length < 2) return null;
  return (
    <ChipGroup label={m.register_timeline_show()}>
      {kinds.map(({ kind, count }) => (
        <Chip
          key={kind}
          pressed={asked.kind === kind}
          count={count}
          onPress={() =>
            onAsked({ kind: asked.kind === kind ? undefined : kind, limit: TIMELINE_WINDOW })
          }
        >
          {timelineKindName(kind)}
        </Chip>
      ))}
    </ChipGroup>
  );
}

type MomentRowProps = {
  moment: Moment;
  onWithdraw: TimelineProps["onWithdraw"];
};

function MomentRow({ moment, onWithdraw }: MomentRowProps) {
  const { kind, what, on, who, placementId, entry } = moment;
  const text = entry ? entry.text : momentText(what, moment.about ?? "");
  const day = dayYear(on);
  const by = who === null ? day : m.register_timeline_by({ day, who });
  const page = kind === "suitability" ? "/suitability" : "";
  return (
    <Row
      sub={
        entry
          ? m.register_timeline_entry_by({ kind: entryName(entry.kind), day, who: who ?? "" })
          : by
      }
      end={
        entry?.withdraw.allowed && (
          <Button
            kind="quiet"
            aria-label={m.register_remove_name({ name: entry.text.slice(0, 60) })}
            onClick={() => onWithdraw(entry, on)}
          >
            {m.register_remove()}
          </Button>
        )
      }
    >
      {placementId ? <Link href={`/placements/${placementId}${page}`}>{text}</Link> : text}
    </Row>
  );
}
