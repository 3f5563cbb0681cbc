import { useEffect, useRef, useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Choice } from "#web/ui/choice.tsx";
import { RadioGroup } from "#web/ui/choice-group.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import type { Deed } from "#web/view.ts";
import type { movePlacement } from "../placement.contract.ts";
import { ENDING_GROUNDS, type EndingGround, HEARD_PARTIES, type HeardParty } from "../placement.ts";
import { nameOf, type Placement, recentDays } from "./placement-page-answer.ts";
import type { Final } from "./placement-page-moves.tsx";

type MoveDialogProps = {
  placement: Placement;
  to: Final;
  move: Deed<typeof movePlacement>;
  onClose: () => void;
};

type Written = {
  reason: string;
  ground: EndingGround | null;
  heardOn: string;
  heard: readonly HeardParty[];
  onProbation: boolean;
};
type Faults = { reason?: string; ground?: string; heardOn?: string };

const SHORTEST = 2;
const LONGEST = 500;
/** An ending follows its hearing within weeks, not months. */
const HEARD_DAYS_BACK = 60;

/** A move that ends the placement: says what follows, and asks for the reason where one is due. */
export function MoveDialog({ placement, to, move, onClose }: MoveDialogProps) {
  const [written, setWritten] = useState<Written>({
    reason: "",
    ground: null,
    heardOn: "",
    heard: [],
    onProbation: false,
  });
  const [faults, setFaults] = useState<Faults>({});
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (Object.keys(faults).length === 0) return;
    form.current?.querySelector<HTMLElement>(".has-error :is(input, select, textarea)")?.focus();
  }, [faults]);
  const words = WORDS[to];
  const isStop = to === "cancelled" || to === "terminated";
  const press = () => {
    const found = faultsOf(to, written);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const { ground, heardOn, heard, onProbation, reason } = written;
    const ending =
      to === "terminated" && ground ? { ground, heardOn, heard: [...heard], onProbation } : null;
    move.run({
      params: { placementId: placement.id },
      version: placement.version,
      body: { to, reason: isStop ? reason.trim() : null, ending },
    });
  };
  const fields = { today: placement.today, written, faults, onWritten: setWritten };
  return (
    <Dialog
      open
      title={words.title()}
      onClose={onClose}
      actions={
        <>
          <Button kind={isStop ? "danger" : "primary"} busy={move.busy} onClick={press}>
            {words.deed()}
          </Button>
          <Button onClick={onClose}>{words.safe()}</Button>
        </>
      }
    >
      <div ref={form} className="stack">
        <p>{words.follows({ name: nameOf(placement.student) })}</p>
        {to === "terminated" && <EndingFields {...fields} />}
        {isStop && <ReasonField {...fields} />}
        <ProblemNote error={move.problem} />
      </div>
    </Dialog>
  );
}

const WORDS = {
  ended: {
    title: m.placement_end_title,
    follows: () => m.placement_end_follows(),
    deed: m.placement_move_ended,
    safe: m.placement_keep_running,
  },
  closed: {
    title: m.placement_close_title,
    follows: () => m.placement_close_follows(),
    deed: m.placement_move_closed,
    safe: m.placement_keep_open,
  },
  cancelled: {
    title: m.placement_cancel_title,
    follows: m.placement_cancel_follows,
    deed: m.placement_cancel,
    safe: m.placement_keep,
  },
  terminated: {
    title: m.placement_terminate_title,
    follows: m.placement_terminate_follows,
    deed: m.placement_terminate,
    safe: m.placement_keep_running,
  },
} as const;

type FieldsProps = {
  today: string;
  written: Written;
  faults: Faults;
  onWritten: (written: Written) => void;
};

function ReasonField({ written, faults, onWritten }: FieldsProps) {
  return (
    <TextArea
      label={m.placement_reason()}
      hint={m.placement_reason_hint()}
      maxLength={LONGEST}
      value={written.reason}
      error={faults.reason}
      onChange={(event) => onWritten({ ...written, reason: event.target.value })}
    />
  );
}

/** Ground, hearing and probation are recorded (finland.md §3 rule 7). */
function EndingFields({ today, written, faults, onWritten }: FieldsProps) {
  return (
    <>
      <RadioGroup
        legend={m.placement_ground()}
        name="ground"
        options={ENDING_GROUNDS.map((value) => ({ value, label: GROUNDS[value]() }))}
        value={written.ground}
        error={faults.ground}
        onChange={(ground) => onWritten({ ...written, ground })}
      />
      <SelectField
        label={m.placement_heard_on()}
        hint={m.placement_heard_hint()}
        empty={m.placement_heard_choose()}
        options={recentDays(today, HEARD_DAYS_BACK)}
        value={written.heardOn}
        error={faults.heardOn}
        onChange={(event) => onWritten({ ...written, heardOn: event.target.value })}
      />
      <HeardFields written={written} onWritten={onWritten} />
      <Choice
        kind="checkbox"
        label={m.placement_on_probation()}
        checked={written.onProbation}
        onChange={(event) => onWritten({ ...written, onProbation: event.target.checked })}
      />
    </>
  );
}

/** Both are heard when only one of them wants the end; the server holds it. */
function HeardFields({ written, onWritten }: Pick<FieldsProps, "written" | "onWritten">) {
  const flip = (party: HeardParty, isHeard: boolean) => {
    const others = written.heard.filter((one) => one !== party);
    onWritten({ ...written, heard: isHeard ? [...others, party] : others });
  };
  return (
    <fieldset className="stack-3">
      <legend>{m.placement_heard()}</legend>
      <p className="small muted">{m.placement_heard_who_hint()}</p>
      {HEARD_PARTIES.map((party) => (
        <Choice
          key={party}
          kind="checkbox"
          label={HEARD[party]()}
          checked={written.heard.includes(party)}
          onChange={(event) => flip(party, event.target.checked)}
        />
      ))}
    </fieldset>
  );
}

const HEARD: Readonly<Record<HeardParty, () => string>> = {
  student: m.placement_heard_student,
  workplace: m.placement_heard_workplace,
};

const GROUNDS: Readonly<Record<EndingGround, () => string>> = {
  joint_consent: m.placement_ground_joint_consent,
  terms_not_followed: m.placement_ground_terms_not_followed,
  student_left: m.placement_ground_student_left,
  place_lost: m.placement_ground_place_lost,
};

function faultsOf(to: Final, { reason, ground, heardOn }: Written): Faults {
  if (to === "ended" || to === "closed") return {};
  const isShort = reason.trim().length < SHORTEST;
  return {
    ...(to === "terminated" && ground === null ? { ground: m.placement_ground_missing() } : {}),
    ...(to === "terminated" && heardOn === "" ? { heardOn: m.placement_heard_missing() } : {}),
    ...(isShort ? { reason: m.placement_reason_missing() } : {}),
  };
}
