import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { addDays, clockWord, dayShort } from "#web/ui/format.ts";
import { Group } from "#web/ui/group.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TALK_PLACES } from "../plan.ts";
import { ClockField } from "./clock-field.tsx";
import { anotherTalk, type TalkRow } from "./plan-draft.ts";
import type { PlanView } from "./plan-view.ts";
import { placeName, talkName } from "./plan-words.ts";
import type { DraftBox } from "./use-plan-draft.ts";

/** The server takes talks from this long before the first day to this long after the last. */
const DAYS_BEFORE = 60;
const DAYS_AFTER = 30;

type TalksEditorProps = { view: PlanView; box: DraftBox };

/** Start, mid and end have a line each; one without a day is not planned. */
export function TalksEditor({ view, box }: TalksEditorProps) {
  const put = (id: string, change: Partial<TalkRow>) =>
    box.put((draft) => ({
      ...draft,
      talks: draft.talks.map((talk) => (talk.id === id ? { ...talk, ...change } : talk)),
    }));
  return (
    <div className="stack">
      {box.draft.talks.map((talk) =>
        talk.held ? (
          <HeldTalk key={talk.id} talk={talk} />
        ) : (
          <TalkLine
            key={talk.id}
            view={view}
            talk={talk}
            onPut={(change) => put(talk.id, change)}
          />
        ),
      )}
      <Button kind="quiet" onClick={() => box.put(anotherTalk)}>
        {m.plan_add_talk()}
      </Button>
    </div>
  );
}

function HeldTalk({ talk }: { talk: TalkRow }) {
  if (talk.on === null) return null;
  return (
    <p>
      {talkName(talk.kind)}: {dayShort(talk.on)} {clockWord(talk.clock)}{" "}
      <span className="muted">{m.plan_talk_held()}</span>
    </p>
  );
}

type TalkLineProps = { view: PlanView; talk: TalkRow; onPut: (change: Partial<TalkRow>) => void };

function TalkLine({ view, talk, onPut }: TalkLineProps) {
  const name = talkName(talk.kind);
  const places = TALK_PLACES.map((place) => ({ value: place, label: placeName(place) }));
  return (
    <Group legend={name}>
      <div className="plan-talk">
        <DateField
          label={m.plan_talk_day()}
          value={talk.on}
          min={addDays(view.startsOn, -DAYS_BEFORE)}
          max={addDays(view.endsOn, DAYS_AFTER)}
          onChange={(on) => onPut({ on })}
        />
        <ClockField
          label={m.plan_talk_clock()}
          clock={talk.clock}
          onChange={(clock) => onPut({ clock })}
        />
        <SelectField
          label={m.plan_talk_place()}
          empty={m.plan_place_open()}
          options={places}
          value={talk.place ?? ""}
          onChange={({ target }) =>
            onPut({ place: TALK_PLACES.find((place) => place === target.value) ?? null })
          }
        />
        {talk.on !== null && (
          <Button
            kind="quiet"
            aria-label={m.plan_talk_drop({ talk: name })}
            onClick={() => onPut({ on: null })}
          >
            {m.plan_drop()}
          </Button>
        )}
      </div>
    </Group>
  );
}
