import { useRef, useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { Button } from "#web/ui/button.tsx";
import { Section } from "#web/ui/section.tsx";
import { SkillLegend, SkillMap, type SkillRow, type SkillState } from "#web/ui/skill-map.tsx";
import type { Placement } from "./placement-page-answer.ts";

type Progress = Placement["objectives"][number]["progress"];

/** Every requirement of the units as a square; all of it can be read in words. */
export function Skills({ units, title }: { units: Placement["units"]; title: string }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const rows = skillRows(units);
  const cells = rows.flatMap((row) => row.cells);
  const confirmed = cells.filter(({ state }) => state === "confirmed").length;
  const toggle = () => {
    for (const one of box.current?.querySelectorAll("details") ?? []) one.open = !open;
    setOpen(!open);
  };
  if (rows.length === 0) return null;
  return (
    <Section title={title} end={m.placement_confirmed_of({ confirmed, all: cells.length })}>
      <div ref={box} className="stack-3">
        <SkillMap rows={rows} />
        <SkillLegend />
        <Button kind="quiet" className="place-words" aria-expanded={open} onClick={toggle}>
          {open ? m.placement_close_words() : m.placement_in_words()}
        </Button>
      </div>
    </Section>
  );
}

export function skillRows(units: Placement["units"]): SkillRow[] {
  return units.map((unit) => ({
    id: unit.id,
    label: textOf(unit.name),
    cells: unit.requirements.map(({ requirementId, text, progress }) => ({
      id: requirementId,
      label: textOf(text),
      state: skillState(progress),
    })),
  }));
}

export function skillState(progress: Progress): SkillState {
  return progress === "not_yet" ? "not-yet" : progress;
}
