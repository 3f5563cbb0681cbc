import { Plus } from "lucide-react";
import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";
import { ParagraphAudience } from "#web/ui/paragraph-audience.tsx";
import { MOST_PARAGRAPHS, type Paragraph } from "../logbook.ts";
import type { PartProps } from "./day-hours.tsx";
import { tutorName } from "./week-words.ts";

/** Paragraphs, each with who sees it by name; a new one starts as the last chosen. */
export function ParagraphsPart({ view, content, onChange }: PartProps) {
  const { paragraphs } = content;
  const people = { teacher: view.teacher.givenName, tutor: tutorName(view) };
  const change = (place: number, part: Partial<Paragraph>) =>
    onChange({
      paragraphs: paragraphs.map((paragraph, at) =>
        at === place ? { ...paragraph, ...part } : paragraph,
      ),
    });
  const add = () =>
    onChange({
      paragraphs: [
        ...paragraphs,
        { audience: paragraphs.at(-1)?.audience ?? view.lastAudience, text: "" },
      ],
    });
  const isFull = paragraphs.length >= MOST_PARAGRAPHS;
  return (
    <>
      {paragraphs.map(({ audience, text }, place) => (
        <ParagraphAudience
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place
          key={place}
          label={m.logbook_paragraph({ number: place + 1 })}
          placeholder={place === 0 ? m.logbook_paragraph_placeholder() : ""}
          text={text}
          onText={(next) => change(place, { text: next })}
          audience={audience}
          onAudience={(next) => change(place, { audience: next })}
          people={people}
          onRemove={
            paragraphs.length > 1
              ? () => onChange({ paragraphs: paragraphs.filter((_, at) => at !== place) })
              : undefined
          }
        />
      ))}
      <Button
        kind="quiet"
        icon={Plus}
        notYet={isFull ? m.logbook_most_paragraphs() : undefined}
        onClick={add}
      >
        {m.logbook_add_paragraph()}
      </Button>
    </>
  );
}
