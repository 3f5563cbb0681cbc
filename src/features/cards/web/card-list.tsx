import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { Button } from "#web/ui/button.tsx";
import { CellMark } from "#web/ui/cell-mark.tsx";
import { dayLong, localDay } from "#web/ui/format.ts";
import { Section } from "#web/ui/section.tsx";
import { Told } from "#web/ui/told.tsx";
import {
  ANSWER_MARKS,
  answerWord,
  type CardsView,
  cardText,
  type SortingCard,
} from "./cards-view.ts";

type CardListProps = {
  view: CardsView;
  cards: readonly SortingCard[];
  onChange?: (card: SortingCard) => void;
};

/** What has been sorted, each with its answer, its tasks and who said it. */
export function CardList({ view, cards, onChange }: CardListProps) {
  if (cards.length === 0) return null;
  return (
    <Section title={m.cards_so_far()}>
      <ul className="sheet">
        {cards.map((card) => (
          <li key={card.requirementId} className="cell cards-sorted">
            {card.word && <CellMark kind={ANSWER_MARKS[card.word.answer]} />}
            <span className="grow">
              <Told text={cardText(card)} />
              <span className="sub">{wordText(view, card)}</span>
            </span>
            {onChange && (
              <Button kind="quiet" onClick={() => onChange(card)}>
                {m.cards_change()}
                <span className="vh"> {textOf(cardText(card))}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** "With help: pressure tests. Mika, 23 November" */
function wordText({ tasks }: CardsView, { word }: SortingCard): string {
  if (word === null) return "";
  const names = tasks
    .filter(({ taskId }) => word.taskIds.includes(taskId))
    .map(({ name }) => textOf(name));
  const where = names.length === 0 ? "" : `: ${names.join(", ")}`;
  const who = word.at === "" ? "" : ` ${word.by}, ${dayLong(localDay(word.at))}.`;
  return `${answerWord(word.answer)}${where}.${who}`;
}
