import { type FormEvent, useState } from "react";
import { m } from "#messages/web";
import { Card } from "#web/ui/card.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { uuidV7 } from "#web/uuid-v7.ts";
import { useDeed } from "#web/view.ts";
import type { endInterruption, putInterruption } from "../interruption.contract.ts";
import { AWAY_REASONS, type AwayReason } from "../interruption.ts";
import { PLACEMENT_READS, type Placement } from "./placement-page-answer.ts";
import type { Away } from "./placement-page-away.tsx";
import { FormDeeds } from "./placement-page-form-deeds.tsx";

type AwayFormProps = {
  placement: Placement;
  /** The one to correct or end; null = a new one. */
  away: Away | null;
  onClose: () => void;
};

/** The last day of one that is open and has begun; else all that an interruption is. */
export function AwayForm({ placement, away, onClose }: AwayFormProps) {
  const isBack = away !== null && away.endsOn === null && away.startsOn <= placement.today;
  return (
    <Card
      as="section"
      label={away === null ? m.away_note() : m.away_title()}
      className="place-form"
    >
      {isBack ? (
        <BackForm placement={placement} away={away} onClose={onClose} />
      ) : (
        <DaysForm placement={placement} away={away} onClose={onClose} />
      )}
    </Card>
  );
}

function BackForm({ placement, away, onClose }: AwayFormProps & { away: Away }) {
  const saved = useSaved(onClose);
  const [endsOn, setEndsOn] = useState<string | null>(placement.today);
  const end = useDeed<typeof endInterruption>({
    method: "POST",
    path: "/api/placements/{placementId}/interruptions/{interruptionId}/end",
    changes: PLACEMENT_READS,
    onDone: saved,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (endsOn === null) return;
    end.run({ params: { placementId: placement.id, interruptionId: away.id }, body: { endsOn } });
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <DateField
        label={m.away_end_title()}
        value={endsOn}
        min={away.startsOn}
        max={placement.endsOn}
        onChange={setEndsOn}
      />
      <FormDeeds busy={end.busy} problem={end.problem} onClose={onClose}>
        {m.away_end_save()}
      </FormDeeds>
    </form>
  );
}

function DaysForm({ placement, away, onClose }: AwayFormProps) {
  const saved = useSaved(onClose);
  // Made once for the form: pressed again it is the same interruption.
  const [id] = useState(() => away?.id ?? uuidV7());
  const [startsOn, setStartsOn] = useState<string | null>(away?.startsOn ?? placement.today);
  const [endsOn, setEndsOn] = useState<string | null>(away?.endsOn ?? null);
  const [reason, setReason] = useState<AwayReason>(reasonOf(away));
  const [isTried, setIsTried] = useState(false);
  const put = useDeed<typeof putInterruption>({
    method: "PUT",
    path: "/api/placements/{placementId}/interruptions/{interruptionId}",
    changes: PLACEMENT_READS,
    onDone: saved,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (startsOn === null) return;
    const params = { placementId: placement.id, interruptionId: id };
    put.run({ params, body: { startsOn, endsOn, reason } });
  };
  const within = { min: placement.startsOn, max: placement.endsOn };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <div className="place-pair">
        <DateField
          label={m.away_from()}
          value={startsOn}
          {...within}
          error={isTried && startsOn === null ? m.away_from_missing() : undefined}
          onChange={setStartsOn}
        />
        <DateField
          label={m.away_to()}
          hint={m.away_to_hint()}
          value={endsOn}
          {...within}
          onChange={setEndsOn}
        />
      </div>
      <SelectField
        label={m.away_reason()}
        hint={m.away_reason_hint()}
        value={reason}
        options={AWAY_REASONS.map((value) => ({ value, label: REASONS[value]() }))}
        onChange={(event) => setReason(reasonNamed(event.target.value))}
      />
      <FormDeeds busy={put.busy} problem={put.problem} onClose={onClose}>
        {m.away_save()}
      </FormDeeds>
    </form>
  );
}

function useSaved(onClose: () => void): () => void {
  const say = useToast();
  return () => {
    say({ text: m.away_saved() });
    onClose();
  };
}

const REASONS: Readonly<Record<AwayReason, () => string>> = {
  illness: m.away_reason_illness,
  family: m.away_reason_family,
  holiday: m.away_reason_holiday,
  school: m.away_reason_school,
  other: m.away_reason_other,
};

function reasonOf(away: Away | null): AwayReason {
  return reasonNamed(away?.reason ?? "other");
}

function reasonNamed(text: string): AwayReason {
  return AWAY_REASONS.find((known) => known === text) ?? "other";
}
