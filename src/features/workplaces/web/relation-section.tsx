import { useState } from "react";
import { m } from "#messages/web";
import { newKey } from "#web/new-key.ts";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { dayYear } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import { ENTRY_KINDS, type EntryKind } from "../register.ts";
import type { putEntry } from "../workplace.contract.ts";
import { PartForm, WORKPLACE_READS } from "./part-form.tsx";
import { entryName } from "./register-words.ts";
import type { Workplace } from "./workplace-page.tsx";

type Entry = Workplace["entries"][number];
type Draft = { kind: EntryKind; onDay: string | null; text: string };

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
  const send = (
    id: string,
    body: { kind: EntryKind; onDay: string; text: string },
    gone: boolean,
  ) =>
    put.ask({
      params: { workplaceId: workplace.id, entryId: id },
      body: { ...body, withdrawn: gone },
    });
  const save = async () => {
    if (draft === null || draft.onDay === null || draft.text.trim() === "") return;
    await send(newKey(), { ...draft, onDay: draft.onDay, text: draft.text.trim() }, false);
    setDraft(null);
  };
  const withdraw = async ({ id, kind, onDay, text }: Entry) => {
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
    <Section title={m.register_relation()} end={end}>
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
      <p className="muted">{m.register_relation_own()}</p>
      <Timeline
        workplace={workplace}
        onWithdraw={(one) => void withdraw(one).catch(() => undefined)}
      />
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

type Moment = { key: string; day: string; text: string; sub: string; href?: string; entry?: Entry };

function Timeline(props: { workplace: Workplace; onWithdraw: (entry: Entry) => void }) {
  const moments = momentsOf(props.workplace);
  if (moments.length === 0) return <p className="muted">{m.register_relation_none()}</p>;
  return (
    <Rows label={m.register_relation()}>
      {moments.map(({ key, text, sub, href, entry }) => (
        <Row
          key={key}
          sub={sub}
          end={
            entry?.withdraw.allowed && (
              <Button kind="quiet" onClick={() => props.onWithdraw(entry)}>
                {m.register_remove()}
              </Button>
            )
          }
        >
          {href ? <Link href={href}>{text}</Link> : text}
        </Row>
      ))}
    </Rows>
  );
}

/** Contacts and notes, placements that began and decisions that were made, newest first. */
function momentsOf({ entries, placements, decisions, today }: Workplace): Moment[] {
  const began = placements.filter(({ startsOn }) => startsOn <= today);
  const all: Moment[] = [
    ...entries.map((entry) => ({
      key: entry.id,
      day: entry.onDay,
      text: entry.text,
      sub: `${entryName(entry.kind)}, ${dayYear(entry.onDay)}. ${entry.writtenBy}`,
      entry,
    })),
    ...began.map(({ id, startsOn, studentName }) => ({
      key: id,
      day: startsOn,
      text: m.register_placement_began({ name: studentName }),
      sub: dayYear(startsOn),
      href: `/placements/${id}`,
    })),
    ...decisions.map(({ placementId, decidedOn, decidedBy }) => ({
      key: `${placementId} ${decidedOn}`,
      day: decidedOn,
      text: m.workplace_decided({ name: decidedBy, day: dayYear(decidedOn) }),
      sub: m.workplace_decisions(),
      href: `/placements/${placementId}/suitability`,
    })),
  ];
  return all.toSorted((left, right) => (left.day < right.day ? 1 : left.day > right.day ? -1 : 0));
}
