import { Volume2 } from "lucide-react";
import { type Ref, useEffect } from "react";
import { m } from "#messages/web";
import { currentLanguage, languageOf, textOf } from "#web/i18n/language.ts";
import { Button } from "#web/ui/button.tsx";
import { Chip, ChipGroup } from "#web/ui/chip.tsx";
import { Told } from "#web/ui/told.tsx";
import { type CardsView, cardText, type SortingCard } from "./cards-view.ts";

type CardFaceProps = {
  card: SortingCard;
  tasks: CardsView["tasks"];
  chosen: readonly string[];
  onChoose: (taskIds: readonly string[]) => void;
  headingRef: Ref<HTMLHeadingElement>;
};

/** One requirement as the workplace would say it, and the tasks it may be seen in. */
export function CardFace({ card, tasks, chosen, onChoose, headingRef }: CardFaceProps) {
  const { seenWhen } = card;
  const title = cardText(card);
  return (
    <article className="pile">
      <div className="card stack-3">
        <h2 ref={headingRef} tabIndex={-1}>
          <Told text={title} />
        </h2>
        {seenWhen && textOf(seenWhen) && (
          <p>
            <Told text={seenWhen} />
          </p>
        )}
        <UsualTasks card={card} />
        {tasks.length > 1 && <SeenIn tasks={tasks} chosen={chosen} onChoose={onChoose} />}
        <div className="row cards-more">
          <Listen card={card} />
          <details className="cards-official" key={card.requirementId}>
            <summary>{m.framework_official_text()}</summary>
            <p>
              {textOf(card.lead) && (
                <>
                  <Told text={card.lead} />{" "}
                </>
              )}
              <Told text={card.text} />
            </p>
          </details>
        </div>
      </div>
    </article>
  );
}

function UsualTasks({ card: { usualTasks } }: { card: SortingCard }) {
  if (usualTasks.length === 0) return null;
  return (
    <div>
      <h3 className="small muted">{m.cards_usual_tasks()}</h3>
      <ul className="cards-usual">
        {usualTasks.map((task) => (
          <li key={textOf(task)}>
            <Told text={task} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One tap more, for whoever wants to say in which of the workplace's own tasks. */
function SeenIn({ tasks, chosen, onChoose }: Pick<CardFaceProps, "tasks" | "chosen" | "onChoose">) {
  const press = (taskId: string) =>
    onChoose(
      chosen.includes(taskId) ? chosen.filter((one) => one !== taskId) : [...chosen, taskId],
    );
  return (
    <ChipGroup label={m.cards_seen_in()}>
      <span className="small muted" aria-hidden="true">
        {m.cards_seen_in()}
      </span>
      {tasks.map(({ taskId, name }) => (
        <Chip key={taskId} pressed={chosen.includes(taskId)} onPress={() => press(taskId)}>
          {textOf(name)}
        </Chip>
      ))}
    </ChipGroup>
  );
}

/** Reads the card aloud where the device can; everything it says also stands on the card. */
function Listen({ card }: { card: SortingCard }) {
  const can = "speechSynthesis" in globalThis;
  useEffect(() => (can ? () => speechSynthesis.cancel() : undefined), [can]);
  if (!can) return null;
  const say = () => {
    const title = cardText(card);
    const words = [title, card.seenWhen ?? {}].map(textOf).filter(Boolean).join(". ");
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = languageOf(title) ?? currentLanguage();
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
  };
  return (
    <Button kind="quiet" icon={Volume2} onClick={say}>
      {m.cards_listen()}
    </Button>
  );
}
