import { useState } from "react";
import { m } from "#messages/web";
import { currentLanguage, languageOf, type Texts, textOf } from "#web/i18n/language.ts";
import { Borrowed } from "#web/ui/borrowed.tsx";
import { Button } from "#web/ui/button.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { type CellKind, CellMark } from "#web/ui/cell-mark.tsx";
import { Section } from "#web/ui/section.tsx";
import { skillWord } from "#web/ui/skill-map.tsx";
import type { Placement } from "./placement-page-answer.ts";
import { skillState } from "./placement-page-skills.tsx";

type Objective = Placement["objectives"][number];

const SIGNS = {
  not_yet: "not-yet",
  practised: "help",
  confirmed: "done",
} as const satisfies Record<Objective["progress"], CellKind>;

/** What is to be learnt here in plain words; the official text stands behind one button. */
export function Objectives({ placement }: { placement: Placement }) {
  const { objectives, id } = placement;
  const [official, setOfficial] = useState(false);
  return (
    <Section
      title={m.placement_objectives()}
      end={
        <ButtonLink kind="quiet" href={`/placements/${id}/plan`}>
          {m.gate_step_open_plan()}
        </ButtonLink>
      }
    >
      {objectives.length === 0 ? (
        <p className="muted">{m.placement_no_objectives()}</p>
      ) : (
        <>
          <ul className="rows place-objectives">
            {objectives.map((objective) => (
              <ObjectiveRow
                key={objective.requirementId}
                objective={objective}
                official={official}
              />
            ))}
          </ul>
          <Button
            kind="quiet"
            className="place-words"
            aria-expanded={official}
            onClick={() => setOfficial(!official)}
          >
            {official ? m.placement_hide_official() : m.placement_official_text()}
          </Button>
        </>
      )}
    </Section>
  );
}

function ObjectiveRow({ objective, official }: { objective: Objective; official: boolean }) {
  const { plain, text, seenWhen, progress } = objective;
  return (
    <li>
      <div>
        <Told text={plain ?? text} />
        {seenWhen && (
          <span className="sub">
            <Told text={seenWhen} />
          </span>
        )}
        {official && plain && (
          <span className="sub place-official">
            <Told text={text} />
          </span>
        )}
      </div>
      <CellMark kind={SIGNS[progress]} label={skillWord(skillState(progress))} />
    </li>
  );
}

/** A text in the reader's language; one that exists only in another is marked so. */
function Told({ text }: { text: Texts }) {
  const language = languageOf(text);
  if (language === undefined || language === currentLanguage()) return textOf(text);
  return <Borrowed language={language}>{textOf(text)}</Borrowed>;
}
