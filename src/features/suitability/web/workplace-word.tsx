import { useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { Card } from "#web/ui/card.tsx";
import { CheckboxGroup } from "#web/ui/choice-group.tsx";
import { dayLong, localDay, names } from "#web/ui/format.ts";
import { Note } from "#web/ui/note.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { sayWorkplaceWord } from "../standing.contract.ts";
import { CHANGES, type Change } from "../standing.ts";
import type { renewSuitability } from "../suitability.contract.ts";
import { SUITABILITY_READS, type SuitabilityView } from "./suitability-view.ts";

const CHANGE_NAMES: Readonly<Record<Change, () => string>> = {
  tasks: m.suitability_change_tasks,
  people: m.suitability_change_people,
  tools: m.suitability_change_tools,
  premises: m.suitability_change_premises,
  hours: m.suitability_change_hours,
};

type WordProps = { view: SuitabilityView; onAnew: (() => void) | undefined };

/** The tutor is asked what has changed; the others read what the workplace said, or that it has been asked. */
export function WorkplaceWord({ view, onAnew }: WordProps) {
  if (view.asksForWord && view.abilities.giveWord.allowed) return <AskWord view={view} />;
  if (view.asksForWord && view.asked !== null) return <Asked asked={view.asked} />;
  if (view.word === null) return null;
  const { by, at, changed, note } = view.word;
  const when = { name: by, day: dayLong(localDay(at)) };
  if (changed.length === 0) {
    return (
      <Note
        kind="ok"
        lead={m.suitability_word_nothing(when)}
        action={view.abilities.renew.allowed && <RenewButton view={view} />}
      >
        {note}
      </Note>
    );
  }
  return (
    <Note
      kind="wait"
      lead={m.suitability_word_changed(when)}
      action={view.abilities.decide.allowed && <ChangedSteps view={view} onAnew={onAnew} />}
    >
      {names(changed.map((one) => CHANGE_NAMES[one]()))}. {note}
    </Note>
  );
}

function Asked({ asked: { to, at, again } }: { asked: NonNullable<SuitabilityView["asked"]> }) {
  const when = { name: to, day: dayLong(localDay(at)) };
  return (
    <Note kind="wait">{again ? m.suitability_asked_again(when) : m.suitability_asked(when)}</Note>
  );
}

/** Nothing has changed: the teacher renews in one tap. */
function RenewButton({ view }: { view: SuitabilityView }) {
  const say = useToast();
  const renew = useDeed<typeof renewSuitability>({
    method: "POST",
    path: "/api/placements/{placementId}/suitability/renewal",
    changes: SUITABILITY_READS,
    onDone: ({ validUntil }) => say({ text: m.suitability_renewed({ day: dayLong(validUntil) }) }),
  });
  const { placementId, version, endsOn, latestValidUntil } = view;
  const [until = endsOn] = [endsOn, latestValidUntil].toSorted();
  return (
    <div className="stack">
      <p>{m.suitability_renew_why({ day: dayLong(until) })}</p>
      <Button
        kind="primary"
        busy={renew.busy}
        onClick={() => renew.run({ params: { placementId }, version })}
      >
        {m.suitability_renew()}
      </Button>
      <ProblemNote error={renew.problem} />
    </div>
  );
}

/** Only what has changed is looked at again: each change leads to where it is checked. */
function ChangedSteps({ view, onAnew }: WordProps) {
  const { placementId, word } = view;
  const changed = (...any: Change[]) => any.some((one) => word?.changed.includes(one));
  const page = `/placements/${placementId}`;
  return (
    <div className="row row-wrap">
      {onAnew && changed("tasks", "people") && (
        <Button onClick={onAnew}>
          {changed("tasks") ? m.suitability_check_tasks() : m.suitability_check_people()}
        </Button>
      )}
      {changed("tools", "premises") && (
        <ButtonLink href={`${page}/checklist`}>{m.suitability_check_safety()}</ButtonLink>
      )}
      {changed("hours") && (
        <ButtonLink href={`${page}/checks`}>{m.suitability_check_hours()}</ButtonLink>
      )}
    </div>
  );
}

function AskWord({ view }: { view: SuitabilityView }) {
  const say = useToast();
  const [telling, setTelling] = useState(false);
  const [changed, setChanged] = useState<Change[]>([]);
  const [note, setNote] = useState("");
  const send = useDeed<typeof sayWorkplaceWord>({
    method: "POST",
    path: "/api/placements/{placementId}/workplace-word",
    changes: SUITABILITY_READS,
    onDone: () => say({ text: m.suitability_word_thanks() }),
  });
  const params = { placementId: view.placementId };
  return (
    <Card as="section" asked label={m.suitability_word_ask()}>
      <h2>{m.suitability_word_ask()}</h2>
      <p>{m.suitability_word_why({ name: view.teacher.givenName })}</p>
      {telling ? (
        <>
          <CheckboxGroup
            legend={m.suitability_word_what()}
            name="changed"
            values={changed}
            onChange={setChanged}
            options={CHANGES.map((value) => ({ value, label: CHANGE_NAMES[value]() }))}
          />
          <TextArea
            label={m.suitability_word_note()}
            optional
            maxLength={1_000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
          <Button
            kind="primary"
            busy={send.busy}
            onClick={() => send.run({ params, body: { changed, note: note.trim() || null } })}
          >
            {m.suitability_word_send()}
          </Button>
        </>
      ) : (
        <div className="row row-wrap">
          <Button
            kind="primary"
            busy={send.busy}
            onClick={() => send.run({ params, body: { changed: [], note: null } })}
          >
            {m.suitability_nothing_changed()}
          </Button>
          <Button onClick={() => setTelling(true)}>{m.suitability_something_changed()}</Button>
        </div>
      )}
      <ProblemNote error={send.problem} />
    </Card>
  );
}
