import { useState } from "react";
import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import {
  addDays,
  asSentence,
  dayShort,
  daysBetween,
  inDays,
  localDay,
  names,
} from "#web/ui/format.ts";
import { Section } from "#web/ui/section.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { noteTalk } from "../placement.contract.ts";
import type { readPlacement } from "../placement-page.contract.ts";
import type { BoardRow } from "./attention-text.ts";
import { fullName } from "./board-opener.tsx";
import { talkText } from "./state-text.ts";

type Placement = AnswerOf<typeof readPlacement>;

type BoardNoteProps = {
  id: string;
  row: BoardRow;
  today: string;
  /** undefined while it is on its way: the note can be begun at once. */
  placement: Placement | undefined;
  text: string;
  onText: (text: string) => void;
};

const SHORTEST = 2;
const LONGEST = 2000;

/** A talk in one or two lines, today and of the likely kind unless said otherwise. */
export function BoardNote({ id, row, today, placement, text, onText }: BoardNoteProps) {
  const say = useToast();
  const [isEmpty, setIsEmpty] = useState(false);
  const [chosen, setChosen] = useState<TalkKind | null>(null);
  const [heldOn, setHeldOn] = useState(today);
  const talks = placement?.talks ?? [];
  const kind = chosen ?? likelyKind(row, talks, today);
  const save = useDeed<typeof noteTalk>({
    method: "POST",
    path: "/api/placements/{placementId}/talks",
    changes: ["/api/board", "/api/placements", "/api/placements/{placementId}"],
    onDone: () => {
      onText("");
      setChosen(null);
      setHeldOn(today);
      say({ text: m.board_note_saved({ name: fullName(row.student) }) });
    },
  });
  if (placement && !placement.abilities.noteTalk.allowed) return null;
  const press = () => {
    setIsEmpty(isTooShort(text));
    if (isTooShort(text)) return document.getElementById(id)?.focus();
    const body = { kind, heldOn, note: text.trim() };
    save.run({ params: { placementId: row.placementId }, body });
  };
  return (
    <Section level={3} title={m.board_note()}>
      <div className="stack-2">
        <TextArea
          id={id}
          label={<span className="vh">{m.board_note_label()}</span>}
          rows={2}
          maxLength={LONGEST}
          placeholder={m.board_note_example()}
          value={text}
          error={isEmpty && isTooShort(text) ? m.board_note_empty() : undefined}
          onChange={(event) => onText(event.target.value)}
        />
        <WhichTalk
          kinds={openKinds(talks)}
          kind={kind}
          onKind={setChosen}
          today={today}
          day={heldOn}
          onDay={setHeldOn}
        />
        <div className="board-save">
          <span className="tiny muted">{m.board_note_confirm({ names: confirmers(row) })}</span>
          <Button busy={save.busy} onClick={press}>
            {m.board_note_save()}
          </Button>
        </div>
        <ProblemNote error={save.problem} />
      </div>
    </Section>
  );
}

function isTooShort(text: string): boolean {
  return text.trim().length < SHORTEST;
}

type TalkKind = Placement["talks"][number]["kind"];
const KINDS: readonly TalkKind[] = ["start", "mid", "end", "other"];

/** Start, mid and end talk are held once; any number of others. */
function openKinds(talks: Placement["talks"]): TalkKind[] {
  const held = talks.filter(({ heldAt }) => heldAt !== null).map(({ kind }) => kind);
  return KINDS.filter((kind) => kind === "other" || !held.includes(kind));
}

/** The talk that is late or due today; otherwise just a talk. */
function likelyKind(row: BoardRow, talks: Placement["talks"], today: string): TalkKind {
  const late = KINDS.find((kind) => row.reason === "talk_late" && kind === row.params.kind);
  if (late) return late;
  const due = talks.find(
    ({ heldAt, plannedAt }) =>
      heldAt === null && plannedAt !== null && localDay(plannedAt) <= today,
  );
  return due?.kind ?? "other";
}

function confirmers({ student, tutor }: BoardRow): string {
  return names([student.givenName, ...(tutor ? [tutor.givenName] : [])]);
}

type WhichTalkProps = {
  kinds: readonly TalkKind[];
  kind: TalkKind;
  onKind: (kind: TalkKind) => void;
  today: string;
  day: string;
  onDay: (day: string) => void;
};

/** One line that is nearly always right; the two choices behind it come when it is not. */
function WhichTalk({ kinds, kind, onKind, today, day, onDay }: WhichTalkProps) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <p className="small">
        {m.board_note_which({ talk: talkText(kind), day: heldText(day, today) })}{" "}
        <button type="button" className="linkish" onClick={() => setOpen(true)}>
          {m.board_note_change()}
        </button>
      </p>
    );
  }
  const days = Array.from({ length: DAYS_BACK }, (_, back) => addDays(today, -back));
  return (
    <div className="board-which">
      <SelectField
        label={m.board_note_kind()}
        value={kind}
        options={kinds.map((value) => ({ value, label: talkText(value) }))}
        onChange={(event) => onKind(kinds.find((one) => one === event.target.value) ?? "other")}
      />
      <SelectField
        label={m.board_note_day()}
        value={day}
        options={days.map((value) => ({ value, label: asSentence(heldText(value, today)) }))}
        onChange={(event) => onDay(event.target.value)}
      />
    </div>
  );
}

/** A talk is noted while it is remembered. */
const DAYS_BACK = 15;

function heldText(day: string, today: string): string {
  return daysBetween(day, today) < 2 ? inDays(day, today) : dayShort(day);
}
