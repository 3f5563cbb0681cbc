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
import { useDeed } from "#web/view.ts";
import type { sendSafety } from "../safety.contract.ts";
import { ANSWERS, CHECKS, type Kind, type Part } from "../safety.ts";
import {
  type Choice as Hearer,
  MINE_PATH,
  PART_DETAILS,
  PART_NAMES,
  QUESTION_TEXTS,
} from "./safety-view.ts";

type Answer = (typeof ANSWERS)[number];
type FormProps = {
  kind: Kind;
  placementId: string;
  choices: readonly Hearer[];
  onDone: () => void;
};

const ANSWER_NAMES: Readonly<Record<Answer, () => string>> = {
  yes: m.safety_yes,
  unsure: m.safety_unsure,
  no: m.safety_no,
};

/** Three taps, or none when something is reported; words are never asked, hearers are the student's choice. */
export function SafetyForm({ kind, placementId, choices, onDone }: FormProps) {
  const say = useToast();
  const isCheck = CHECKS.some((check) => check === kind);
  const [answers, setAnswers] = useState<(Answer | null)[]>([null, null, null]);
  const [hearers, setHearers] = useState<Part[]>([]);
  const [words, setWords] = useState("");
  const [callMe, setCallMe] = useState(false);
  const send = useDeed<typeof sendSafety>({
    method: "POST",
    path: "/api/placements/{placementId}/safety",
    changes: [MINE_PATH],
    onDone: () => {
      say({ text: hearers.length === 0 ? m.safety_kept() : m.safety_sent() });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = isCheck ? answers.filter((answer) => answer !== null) : [];
    const body = { kind, answers: given, words: words.trim() || null, callMe, hearers };
    send.run({ params: { placementId }, body });
  };
  const chosen = choices.filter(({ part }) => hearers.includes(part));
  return (
    <form className="stack-6" onSubmit={submit}>
      {isCheck && <Questions answers={answers} onAnswer={setAnswers} />}
      <HearerChoice choices={choices} hearers={hearers} onChange={setHearers} />
      <TextArea
        label={m.safety_more()}
        hint={m.safety_more_hint()}
        optional
        maxLength={2_000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <Choice
        kind="checkbox"
        label={m.safety_call_me()}
        checked={callMe}
        onChange={({ target }) => setCallMe(target.checked)}
      />
      <p className="small muted">{m.safety_no_consequences()}</p>
      <Button type="submit" kind="primary" size="big" block busy={send.busy}>
        {chosen.length === 0
          ? m.safety_keep()
          : m.safety_send_to({ names: names(chosen.map(({ name }) => name)) })}
      </Button>
      <ProblemNote error={send.problem} />
    </form>
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
