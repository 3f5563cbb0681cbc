import { useState } from "react";
import { m } from "#messages/web";
import { currentLanguage, languageOf, type Texts, textOf } from "#web/i18n/language.ts";
import { Borrowed } from "#web/ui/borrowed.tsx";
import { Button } from "#web/ui/button.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { type CellKind, CellMark } from "#web/ui/cell-mark.tsx";
import { Section } from "#web/ui/section.tsx";
import { skillWord } from "#web/ui/skill-map.tsx";
import { Told } from "#web/ui/told.tsx";
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
        <Wording name={plain ?? text} seenWhen={seenWhen} />
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

/** The wording and how it is seen; where both are borrowed from one language, it is said once. */
function Wording({ name, seenWhen }: { name: Texts; seenWhen: Texts | null }) {
  const language = languageOf(name);
  const isBorrowed = language !== undefined && language !== currentLanguage();
  if (seenWhen !== null && isBorrowed && languageOf(seenWhen) === language) {
    return (
      <Borrowed language={language}>
        {textOf(name)}
        <span className="sub">{textOf(seenWhen)}</span>
      </Borrowed>
    );
  }
  return (
    <>
      <Told text={name} />
      {seenWhen && (
        <span className="sub">
          <Told text={seenWhen} />
        </span>
      )}
    </>
  );
}
