import { textOf } from "#web/i18n/language.ts";
import { Told } from "#web/ui/told.tsx";
import type { ToldCard } from "./card-draft.ts";
import "./cards-page.css";

/** A card in all it says, for reading. */
export function CardWords({ card }: { card: ToldCard }) {
  return (
    <div className="stack-3">
      <p>
        <b>
          <Told text={card.plain} />
        </b>
      </p>
      {textOf(card.seenWhen) && (
        <p>
          <Told text={card.seenWhen} />
        </p>
      )}
      {card.tasks.length > 0 && (
        <ul className="cards-usual">
          {card.tasks.map((task) => (
            <li key={textOf(task)}>
              <Told text={task} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
