import { m } from "#messages/web";
import { languageOf, textOf } from "#web/i18n/language.ts";
import { Segment } from "#web/ui/segment.tsx";
import { CARD_LEVELS } from "../week-cards.ts";
import { type Level, levelText, type WeekView } from "./week-words.ts";

export type Levels = Readonly<Record<string, Level | null>>;

type WeekCardsProps = {
  cards: WeekView["cards"];
  levels: Levels;
  onLevel: (requirementId: string, level: Level | null) => void;
};

/** From the least to the most: the hand moves right when the student has grown. */
const ORDER = CARD_LEVELS.toReversed();

/** Up to three cards: how did this go this week? Each may be left empty. */
export function WeekCards({ cards, levels, onLevel }: WeekCardsProps) {
  if (cards.length === 0) return null;
  return (
    <section className="stack-3" aria-labelledby="how-did-it-go">
      <div>
        <h2 id="how-did-it-go">{m.logbook_how_did_it_go()}</h2>
        <p className="muted small">{m.logbook_may_be_empty()}</p>
      </div>
      {cards.map((card) => (
        <div key={card.requirementId} className="card week-card">
          <Segment
            legend={<span lang={languageOf(card.name)}>{textOf(card.name)}</span>}
            hint={
              card.seenWhen && <span lang={languageOf(card.seenWhen)}>{textOf(card.seenWhen)}</span>
            }
            name={`card-${card.requirementId}`}
            options={ORDER.map((level) => ({ value: level, label: levelText(level) }))}
            value={levels[card.requirementId] ?? null}
            onChange={(level) => onLevel(card.requirementId, level)}
            clearable
          />
        </div>
      ))}
    </section>
  );
}
