import { Check, Undo2 } from "lucide-react";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Progress } from "#web/ui/progress.tsx";
import type { CardAnswer } from "../cards.ts";
import { CardFace } from "./card-face.tsx";
import { CardList } from "./card-list.tsx";
import { type CardsView, cardText, type SortingCard } from "./cards-view.ts";
import { type Sorting, useSort } from "./use-sort.ts";

/** One card at a time and three answers within the thumb's reach; each is saved as it is given. */
export function CardsSort({ view }: { view: CardsView }) {
  const sorting = useSort(view);
  const desk = useDesk(sorting);
  const { card } = desk;
  const { cards } = sorting;
  const sorted = cards.filter(({ word }) => word !== null);
  const { givenName, familyName } = view.student;
  return (
    <Page
      frame="phone"
      className="cards stack"
      answer={card && <Answers desk={desk} card={card} />}
    >
      <PageHead
        bare
        crumb={m.cards_crumb({
          workplace: view.workplaceName,
          name: `${givenName} ${familyName}`,
        })}
        title={m.cards_title()}
      />
      <Progress
        label={m.cards_progress_label()}
        value={sorted.length}
        max={cards.length}
        text={progressText(desk, sorted.length, cards.length)}
      />
      <p className="vh" role="status">
        {card && textOf(cardText(card))}
      </p>
      {card === undefined ? (
        <EmptyState title={cards.length === 0 ? m.cards_none() : m.cards_all()}>
          <p className="muted">
            {cards.length === 0
              ? m.cards_none_next()
              : m.cards_all_next({ name: view.teacher.givenName })}
          </p>
        </EmptyState>
      ) : (
        <CardFace
          card={card}
          tasks={view.tasks}
          chosen={desk.taskIds}
          onChoose={desk.choose}
          headingRef={desk.heading}
        />
      )}
      <ProblemNote error={sorting.problem} />
      {sorting.waiting > 0 && (
        <p role="status" className="muted">
          {m.cards_on_phone({ count: sorting.waiting })}
        </p>
      )}
      <CardList view={view} cards={sorted} onChange={desk.change} />
      <p className="small muted">{m.cards_saved()}</p>
    </Page>
  );
}

type Desk = ReturnType<typeof useDesk>;

function progressText({ card, changing }: Desk, sorted: number, all: number): string {
  return card === undefined || changing
    ? m.cards_sorted({ done: sorted, all })
    : m.cards_progress({ number: sorted + 1, all });
}

/** Which card lies on the desk, in which tasks it is seen, and the last answer, to take back. */
function useDesk({ cards, sort }: Sorting) {
  const [changing, setChanging] = useState<string | null>(null);
  const [taskIds, choose] = useState<readonly string[]>([]);
  const [last, setLast] = useState<SortingCard | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const now = changing ?? cards.find(({ word }) => word === null)?.requirementId;
  useEffect(() => {
    // The next card begins at its name, also for whoever has scrolled to the last one's tasks.
    if (now !== undefined) heading.current?.scrollIntoView({ block: "nearest" });
  }, [now]);
  const changed = cards.find(({ requirementId }) => requirementId === changing);
  const lay = (card: SortingCard | null, tasks: readonly string[]) => {
    setChanging(card?.requirementId ?? null);
    choose(tasks);
  };
  return {
    card: changed ?? cards.find(({ word }) => word === null),
    changing: changed !== undefined,
    taskIds,
    choose,
    heading,
    last,
    answer: (card: SortingCard, answer: CardAnswer) => {
      const { requirementId } = card;
      sort({ requirementId, answer, taskIds: answer === "not" ? [] : taskIds });
      setLast(card);
      lay(null, []);
    },
    change: (card: SortingCard) => {
      lay(card, card.word?.taskIds ?? []);
      heading.current?.focus();
    },
    undo: (before: SortingCard) => {
      const { requirementId, word } = before;
      sort({ requirementId, answer: word?.answer ?? null, taskIds: word?.taskIds ?? [] });
      setLast(null);
      lay(before, word?.taskIds ?? []);
      heading.current?.focus();
    },
  };
}

/** A finger that bounces answers once: the second click of a double one is no answer. */
function Answers({ desk, card }: { desk: Desk; card: SortingCard }) {
  const press = (answer: CardAnswer) => (event: MouseEvent) => {
    if (event.detail < 2) desk.answer(card, answer);
  };
  return (
    <>
      <div className="cards-answers">
        <Button kind="primary" size="big" icon={Check} onClick={press("done")}>
          {m.cards_done()}
        </Button>
        <Button onClick={press("help")}>{m.cards_help()}</Button>
        <Button onClick={press("not")}>{m.cards_not()}</Button>
      </div>
      <Foot desk={desk} />
    </>
  );
}

/** What the middle answer means, until there is an answer to take back. */
function Foot({ desk: { last, undo } }: { desk: Desk }) {
  if (last === null) return <p className="tiny muted cards-help">{m.cards_help_means()}</p>;
  return (
    <Button kind="quiet" block icon={Undo2} onClick={() => undo(last)}>
      {m.cards_undo()}
      <span className="vh"> {textOf(cardText(last))}</span>
    </Button>
  );
}
