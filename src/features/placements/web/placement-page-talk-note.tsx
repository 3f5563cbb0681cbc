import { type FormEvent, useEffect, useRef, useState } from "react";
import { m } from "#messages/web";
import { Card } from "#web/ui/card.tsx";
import { localDay } from "#web/ui/format.ts";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { noteTalk } from "../placement.contract.ts";
import {
  PARTIES,
  PLACEMENT_READS,
  type Placement,
  recentDays,
  type Talk,
} from "./placement-page-answer.ts";
import { partyNames } from "./placement-page-deeds.tsx";
import { FormDeeds } from "./placement-page-form-deeds.tsx";
import { talkText } from "./state-text.ts";

type Kind = Talk["kind"];

const KINDS: readonly Kind[] = ["start", "mid", "end", "other"];
const SHORTEST = 2;
const LONGEST = 2000;
/** A talk is noted while it is remembered. */
const DAYS_BACK = 15;

/** A talk that was held, in one or two lines; the others confirm it with one tap. */
export function TalkNote({ placement, onClose }: { placement: Placement; onClose: () => void }) {
  const say = useToast();
  const { today, talks, id } = placement;
  const kinds = openKinds(talks);
  const [kind, setKind] = useState<Kind>(() => likelyKind(talks, today));
  const [heldOn, setHeldOn] = useState(today);
  const [note, setNote] = useState("");
  const [isEmpty, setIsEmpty] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = useDeed<typeof noteTalk>({
    method: "POST",
    path: "/api/placements/{placementId}/talks",
    changes: PLACEMENT_READS,
    onDone: () => {
      say({ text: m.placement_talk_saved() });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const written = note.trim();
    setIsEmpty(written.length < SHORTEST);
    if (written.length < SHORTEST) return field.current?.focus();
    save.run({ params: { placementId: id }, body: { kind, heldOn, note: written } });
  };
  const others = PARTIES.filter((party) => party !== placement.relation && placement[party]);
  return (
    <Card as="section" label={m.placement_note_talk()} className="place-form">
      <form className="stack" noValidate onSubmit={submit}>
        <WhichTalk
          kinds={kinds}
          kind={kind}
          onKind={setKind}
          today={today}
          day={heldOn}
          onDay={setHeldOn}
        />
        <TextArea
          ref={field}
          label={m.placement_talk_agreed()}
          hint={m.placement_talk_agreed_hint({ names: partyNames(placement, others) })}
          rows={3}
          maxLength={LONGEST}
          value={note}
          error={isEmpty ? m.placement_talk_empty() : undefined}
          onChange={(event) => setNote(event.target.value)}
        />
        <FormDeeds busy={save.busy} problem={save.problem} onClose={onClose}>
          {m.placement_talk_save()}
        </FormDeeds>
      </form>
    </Card>
  );
}

type WhichTalkProps = {
  kinds: readonly Kind[];
  kind: Kind;
  onKind: (kind: Kind) => void;
  today: string;
  day: string;
  onDay: (day: string) => void;
};

function WhichTalk({ kinds, kind, onKind, today, day, onDay }: WhichTalkProps) {
  return (
    <div className="place-pair">
      <SelectField
        label={m.placement_talk_kind()}
        value={kind}
        options={kinds.map((value) => ({ value, label: talkText(value) }))}
        onChange={(event) => onKind(kinds.find((one) => one === event.target.value) ?? "other")}
      />
      <SelectField
        label={m.placement_talk_day()}
        value={day}
        options={recentDays(today, DAYS_BACK)}
        onChange={(event) => onDay(event.target.value)}
      />
    </div>
  );
}

/** Start, mid and end talk are held once; any number of others. */
function openKinds(talks: readonly Talk[]): Kind[] {
  const held = talks.filter(({ heldAt }) => heldAt !== null).map(({ kind }) => kind);
  return KINDS.filter((kind) => kind === "other" || !held.includes(kind));
}

/** The talk that is due today or late; otherwise just a talk. */
function likelyKind(talks: readonly Talk[], today: string): Kind {
  const due = talks.find(
    ({ heldAt, plannedAt }) =>
      heldAt === null && plannedAt !== null && localDay(plannedAt) <= today,
  );
  return due?.kind ?? "other";
}
