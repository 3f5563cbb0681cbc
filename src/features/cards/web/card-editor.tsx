import { useState } from "react";
import { m } from "#messages/web";
import { LANGUAGES, type Language } from "#shared/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Diff } from "#web/ui/diff.tsx";
import { Note } from "#web/ui/note.tsx";
import { Section } from "#web/ui/section.tsx";
import { Segment } from "#web/ui/segment.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { writeObjectiveCard } from "../objective-card.contract.ts";
import { type CardDifference, cardDifferences, isThere } from "../objective-card.ts";
import { asTexts, type CardDraft, draftOf, textsOf, tooManyTasks } from "./card-draft.ts";
import {
  languageWord,
  OBJECTIVE_CARD_PATH,
  OBJECTIVE_CARD_READS,
  type ObjectiveCardView,
  useWrittenLanguage,
} from "./objective-card-view.ts";

type Put = (change: (draft: CardDraft) => CardDraft) => void;

type CardEditorProps = {
  params: { providerId: string; requirementId: string };
  view: ObjectiveCardView;
  draft: CardDraft;
  put: Put;
};

/** The words in one language at a time; a save makes the next version in all of them. */
export function CardEditor({ params, view, draft, put }: CardEditorProps) {
  const say = useToast();
  const [language, choose] = useState<Language>(useWrittenLanguage());
  const save = useDeed<typeof writeObjectiveCard>({
    method: "PUT",
    path: OBJECTIVE_CARD_PATH,
    changes: OBJECTIVE_CARD_READS,
    onDone: ({ version }) => {
      put((present) => ({ ...present, base: version, takenFrom: null }));
      say({ text: m.cards_saved_version({ number: version }) });
    },
  });
  const behind = view.version > draft.base && !save.busy;
  const texts = textsOf(draft);
  return (
    <Section title={m.cards_words()}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const { plain, seenWhen, tasks } = texts;
          const body = { plain, seenWhen, tasks: [...tasks], takenFrom: draft.takenFrom };
          if (!behind) save.run({ params, version: draft.base, body });
        }}
      >
        <Segment
          legend={m.cards_language()}
          name="language"
          options={LANGUAGES.map((one) => ({
            value: one,
            label: isThere(texts, one)
              ? languageWord(one)
              : m.cards_language_missing({ language: languageWord(one) }),
          }))}
          value={language}
          onChange={(one) => choose(one ?? language)}
        />
        <Fields language={language} draft={draft} put={put} />
        {behind && <Meanwhile view={view} draft={draft} put={put} />}
        {!behind && <ProblemNote error={save.problem} />}
        <Button type="submit" kind="primary" busy={save.busy} {...waitsFor(draft, behind)}>
          {m.cards_save()}
        </Button>
        <p className="tiny muted">{m.cards_save_how()}</p>
      </form>
    </Section>
  );
}

function waitsFor(draft: CardDraft, behind: boolean): { notYet?: string } {
  if (behind) return { notYet: m.cards_wait_newer() };
  if (tooManyTasks(draft)) return { notYet: m.cards_wait_tasks() };
  const { plain } = textsOf(draft);
  return Object.keys(plain).length === 0 ? { notYet: m.cards_wait_plain() } : {};
}

type FieldsProps = { language: Language; draft: CardDraft; put: Put };

function Fields({ language, draft, put }: FieldsProps) {
  const field = (name: "plain" | "seenWhen" | "tasks") => ({
    lang: language,
    value: draft[name][language],
    onChange: ({ target }: { target: { value: string } }) =>
      put((present) => ({
        ...present,
        [name]: { ...present[name], [language]: target.value },
      })),
  });
  return (
    <>
      <TextField
        label={m.cards_plain()}
        hint={m.cards_plain_hint()}
        maxLength={200}
        {...field("plain")}
      />
      <TextArea
        label={m.cards_seen_when()}
        hint={m.cards_seen_when_hint()}
        maxLength={400}
        {...field("seenWhen")}
      />
      <TextArea
        optional
        label={m.cards_usual_tasks()}
        hint={m.cards_usual_tasks_hint()}
        rows={4}
        maxLength={700}
        {...field("tasks")}
      />
    </>
  );
}

type MeanwhileProps = Pick<CardEditorProps, "view" | "draft" | "put">;

/** Somebody saved while this was being written: line by line what differs, and the choice. */
function Meanwhile({ view, draft, put }: MeanwhileProps) {
  const [newest] = view.versions;
  const differences = view.card === null ? [] : cardDifferences(asTexts(view.card), textsOf(draft));
  return (
    <Note
      kind="wait"
      role="status"
      lead={m.cards_meanwhile({ name: newest?.by ?? "", number: view.version })}
      action={
        <span className="row wrap">
          <Button
            kind="second"
            onClick={() => put((present) => ({ ...present, base: view.version }))}
          >
            {m.cards_keep_mine()}
          </Button>
          <Button kind="second" onClick={() => put(() => draftOf(view.card, view.version))}>
            {m.cards_take_theirs()}
          </Button>
        </span>
      }
    >
      {differences.map((one) => (
        <Diff
          key={`${one.field} ${one.language}`}
          title={m.cards_difference({
            field: fieldWord(one.field),
            language: languageWord(one.language),
          })}
          old={one.theirs}
          now={one.mine}
        />
      ))}
    </Note>
  );
}

function fieldWord(field: CardDifference["field"]): string {
  const words = { plain: m.cards_plain, seenWhen: m.cards_seen_when, tasks: m.cards_usual_tasks };
  return words[field]();
}
