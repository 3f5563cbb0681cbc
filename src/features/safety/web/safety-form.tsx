import { type FormEvent, useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Choice } from "#web/ui/choice.tsx";
import { CheckboxGroup } from "#web/ui/choice-group.tsx";
import { names } from "#web/ui/format.ts";
import { Segment } from "#web/ui/segment.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { ANSWERS, CHECKS, type Kind, type Part } from "../safety.ts";
import { isBlank, keepDraft, NOTHING_SAID, readDraft, type Said } from "./kept-words.ts";
import { type Choice as Hearer, PART_DETAILS, PART_NAMES, QUESTION_TEXTS } from "./safety-view.ts";
import type { Outbox } from "./use-outbox.ts";

type Answer = (typeof ANSWERS)[number];
type FormProps = {
  kind: Kind;
  personId: string;
  placementId: string;
  choices: readonly Hearer[];
  outbox: Outbox;
  onDone: () => void;
};

const ANSWER_NAMES: Readonly<Record<Answer, () => string>> = {
  yes: m.safety_yes,
  unsure: m.safety_unsure,
  no: m.safety_no,
};

/** Three taps, or none when something is reported; words are never asked, hearers are the student's choice. */
export function SafetyForm({ kind, personId, placementId, choices, outbox, onDone }: FormProps) {
  const say = useToast();
  const form = useSaid(personId, kind);
  const [problem, setProblem] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const { answers, hearers, words, callMe } = form.said;
  const send = async () => {
    setBusy(true);
    const sent = await outbox.send(placementId, form.said);
    setBusy(false);
    if (sent instanceof Error) return setProblem(sent);
    form.erase();
    const done = hearers.length === 0 ? m.safety_kept() : m.safety_sent();
    say({ text: sent === "sent" ? done : m.safety_waits_network() });
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void send();
  };
  const chosen = choices.filter(({ part }) => hearers.includes(part));
  return (
    <form className="stack-6" onSubmit={submit}>
      {form.found && <FoundDraft onOpen={form.open} onErase={form.erase} />}
      {CHECKS.some((check) => check === kind) && (
        <Questions answers={answers} onAnswer={(next) => form.change({ answers: next })} />
      )}
      <HearerChoice
        choices={choices}
        hearers={hearers}
        onChange={(next) => form.change({ hearers: next })}
      />
      <TextArea
        label={m.safety_more()}
        hint={m.safety_more_hint()}
        optional
        maxLength={2_000}
        value={words}
        onChange={({ target }) => form.change({ words: target.value })}
      />
      <Choice
        kind="checkbox"
        label={m.safety_call_me()}
        checked={callMe}
        onChange={({ target }) => form.change({ callMe: target.checked })}
      />
      <p className="small muted">{m.safety_no_consequences()}</p>
      <Button type="submit" kind="primary" size="big" block busy={busy}>
        {chosen.length === 0
          ? m.safety_keep()
          : m.safety_send_to({ names: names(chosen.map(({ name }) => name)) })}
      </Button>
      <ProblemNote error={problem} />
      {!isBlank(form.said) && <OnThisPhone onErase={form.erase} />}
    </form>
  );
}

/** What is written is kept on this device; after a quick exit it is not shown before it is asked for. */
function useSaid(personId: string, kind: Kind) {
  const [said, setSaid] = useState<Said>({ ...NOTHING_SAID, kind });
  const [found, setFound] = useState(() => readDraft(personId, kind));
  return {
    said,
    found: found !== null,
    change: (part: Partial<Said>) => {
      const next = { ...said, ...part };
      setSaid(next);
      setFound(null);
      keepDraft(personId, isBlank(next) ? null : next);
    },
    open: () => {
      if (found !== null) setSaid(found);
      setFound(null);
    },
    erase: () => {
      keepDraft(personId, null);
      setFound(null);
      setSaid({ ...NOTHING_SAID, kind });
    },
  };
}

function OnThisPhone({ onErase }: { onErase: () => void }) {
  return (
    <p className="small muted">
      {m.safety_draft_here()}{" "}
      <Button kind="quiet" onClick={onErase}>
        {m.safety_erase()}
      </Button>
    </p>
  );
}

function FoundDraft({ onOpen, onErase }: { onOpen: () => void; onErase: () => void }) {
  return (
    <Card as="section" label={m.safety_draft_found()}>
      <p>{m.safety_draft_found()}</p>
      <div className="row row-wrap">
        <Button kind="second" onClick={onOpen}>
          {m.safety_draft_open()}
        </Button>
        <Button kind="quiet" onClick={onErase}>
          {m.safety_erase()}
        </Button>
      </div>
    </Card>
  );
}

type QuestionsProps = {
  answers: readonly (Answer | null)[];
  onAnswer: (answers: (Answer | null)[]) => void;
};

function Questions({ answers, onAnswer }: QuestionsProps) {
  return QUESTION_TEXTS.map((text, index) => (
    <Card key={text()}>
      <Segment
        legend={text()}
        name={`question-${index}`}
        options={ANSWERS.map((value) => ({ value, label: ANSWER_NAMES[value]() }))}
        value={answers[index] ?? null}
        onChange={(answer) => onAnswer(answers.map((old, at) => (at === index ? answer : old)))}
      />
    </Card>
  ));
}

type HearerChoiceProps = {
  choices: readonly Hearer[];
  hearers: readonly Part[];
  onChange: (hearers: Part[]) => void;
};

function HearerChoice({ choices, hearers, onChange }: HearerChoiceProps) {
  return (
    <CheckboxGroup
      legend={m.safety_who_hears()}
      hint={m.safety_who_hears_hint()}
      name="hearers"
      sheet
      values={hearers}
      onChange={onChange}
      options={choices.map(({ part, name }) => ({
        value: part,
        label: `${name}, ${PART_NAMES[part]()}`,
        detail: PART_DETAILS[part](),
      }))}
    />
  );
}
