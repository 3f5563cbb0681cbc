import type { ReactNode } from "react";
import type { CardAnswer } from "#features/cards/cards.ts";
import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";
import { dayLong, localDay, names } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Note } from "#web/ui/note.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import type { DecisionDraft } from "./decision-draft.ts";
import { rowName, type SuitabilityView } from "./suitability-view.ts";
import { newestWords, takeWords, toldOtherwise } from "./take-words.ts";

type View = { view: SuitabilityView };
type Said = SuitabilityView["said"][number];

/** Who at the workplace sorted how many cards and when, and the way to the cards. */
export function SaidLine({ view }: View) {
  if (view.relation === "student" || view.rows.length === 0) return null;
  const said = newestWords(view);
  const newest = said
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  const who = names([...new Set(said.map(({ by }) => by))]);
  return (
    <p className="small muted suitability-keys">
      {newest === undefined
        ? m.suitability_unsaid()
        : m.suitability_said_by({
            names: who,
            count: said.length,
            day: dayLong(localDay(newest)),
          })}{" "}
      <Link href={`/placements/${view.placementId}/cards`}>{m.suitability_to_cards()}</Link>
    </p>
  );
}

/** "Mika: not here", beside the sum of a row; done here in no task that was named, the teacher chooses one. */
function saidText(words: readonly Said[], requirementId: string, covered: boolean): string | null {
  const word = words.find((one) => one.requirementId === requirementId);
  if (word === undefined) return null;
  const text = m.suitability_word({ name: word.by, answer: answerText(word.answer) });
  return covered || word.answer === "not" ? text : `${text} ${m.suitability_choose_task()}`;
}

type SumProps = { words: readonly Said[]; row: string; text: string; covered: boolean };

/** What the row comes to, and what the workplace has said of it. */
export function Sum({ words, row, text, covered }: SumProps) {
  const said = saidText(words, row, covered);
  return (
    <>
      {text}
      {said && <span className="sub">{said}</span>}
    </>
  );
}

function answerText(answer: CardAnswer): string {
  const words = { done: m.ui_cover_done, help: m.ui_cover_help, not: m.ui_cover_not };
  return words[answer]().toLowerCase();
}

type DraftProps = View & {
  draft: DecisionDraft;
  put: (change: (draft: DecisionDraft) => DecisionDraft) => void;
};

/** Where the draft and the workplace tell different things: both are named, and one press takes the word over. */
export function Otherwise({ view, draft, put }: DraftProps) {
  const words = toldOtherwise(view, draft);
  if (words.length === 0) return null;
  return (
    <Differing
      view={view}
      words={words}
      action={
        <Button kind="second" onClick={() => put((present) => takeWords(view, present, words))}>
          {m.suitability_take_words()}
        </Button>
      }
    />
  );
}

/** A decided grid stands; what the workplace has said since waits here to be taken into a new decision. */
export function SaidSince({ view, onTake }: View & { onTake: (() => void) | undefined }) {
  if (view.saidSince.length === 0 || onTake === undefined) return null;
  return (
    <Differing
      view={view}
      words={view.saidSince}
      action={
        <Button kind="second" onClick={onTake}>
          {m.suitability_take_anew()}
        </Button>
      }
    />
  );
}

type DifferingProps = View & { words: readonly Said[]; action: ReactNode };

function Differing({ view, words, action }: DifferingProps) {
  return (
    <Note
      kind="wait"
      role="status"
      lead={m.suitability_otherwise({ count: words.length })}
      action={action}
    >
      <Rows>
        {words.map((word) => {
          const row = view.rows.find((one) => one.requirementId === word.requirementId);
          return (
            <Row
              key={word.requirementId}
              sub={m.suitability_said_on({
                name: word.by,
                answer: answerText(word.answer),
                day: dayLong(localDay(word.at)),
              })}
            >
              {row && rowName(row)}
            </Row>
          );
        })}
      </Rows>
    </Note>
  );
}
