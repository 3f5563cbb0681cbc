import { useState } from "react";
import type { Coverage } from "../ui/coverage.ts";
import { CoverageGrid, CoverageLegend } from "../ui/coverage-grid.tsx";
import { addDays } from "../ui/format.ts";
import { SkillLegend, SkillMap, type SkillState } from "../ui/skill-map.tsx";
import { type WeekCell, WeeksTable } from "../ui/weeks-table.tsx";
import { GallerySection } from "./gallery-section.tsx";

const ROWS = [
  { id: "pipes", label: "Fixes and supports heating pipes" },
  { id: "pressure", label: "Tests that a pipe holds pressure" },
  { id: "ventilation", label: "Balances ventilation" },
];
const COLUMNS = [
  { id: "runs", label: "Pipe runs, new build", often: "daily" },
  { id: "bathroom", label: "Bathroom renovation", often: "3 days" },
  { id: "tests", label: "Pressure tests", often: "2 times" },
];
const START: Record<string, Coverage> = {
  "pipes runs": "done",
  "pipes bathroom": "done",
  "pressure runs": "help",
  "pressure tests": "done",
};

export function GridSamples() {
  return (
    <>
      <GallerySection title="Coverage grid">
        <CoverageSample />
      </GallerySection>
      <GallerySection title="Skill map">
        <SkillSample />
      </GallerySection>
      <GallerySection title="Weeks">
        <WeeksSample />
      </GallerySection>
    </>
  );
}

function CoverageSample() {
  const [cells, setCells] = useState(START);
  const [changed, setChanged] = useState<readonly string[]>(["pressure runs"]);
  const cell = (row: string, column: string) => cells[`${row} ${column}`] ?? "not";
  const sum = (row: string) => {
    const count = COLUMNS.filter((column) => cell(row, column.id) !== "not").length;
    const gap = (
      <>
        <b>Gap.</b> College workshop, week 10
      </>
    );
    return { gap: count === 0, text: count === 0 ? gap : `${count} tasks` };
  };
  const grid = {
    rowsTitle: "Onni should learn",
    rows: ROWS,
    columns: COLUMNS,
    cell,
    sumTitle: "Covered by",
    sum,
    oftenTitle: "Weekly, as Mika tells",
  };
  return (
    <>
      <CoverageLegend />
      <CoverageGrid {...grid} caption="Learning outcomes by tasks, to read" />
      <p className="small muted">The same, to change: a press goes round the three answers.</p>
      <CoverageGrid
        {...grid}
        caption="Learning outcomes by tasks, to change"
        onCell={(row, column, next) => {
          setCells({ ...cells, [`${row} ${column}`]: next });
          setChanged([...changed, `${row} ${column}`]);
        }}
        changedBy={(row, column) => (changed.includes(`${row} ${column}`) ? "Sanna" : undefined)}
      />
    </>
  );
}

const SKILLS: SkillState[] = [
  "demonstrated",
  "confirmed",
  "confirmed",
  "practised",
  "practised",
  "not-yet",
  "not-yet",
  "not-yet",
];

function SkillSample() {
  const row = (id: string, label: string, states: readonly SkillState[]) => ({
    id,
    label,
    cells: states.map((state, index) => ({
      id: `${id}-${index}`,
      label: `Requirement ${index + 1} in plain words`,
      state,
    })),
  });
  return (
    <>
      <SkillMap
        rows={[
          row("heating", "Installing heating pipes", SKILLS),
          row("water", "Installing water and sewer pipes", SKILLS.slice(4)),
        ]}
      />
      <SkillLegend />
    </>
  );
}

function WeeksSample() {
  const weeks = Array.from({ length: 9 }, (_, index) => ({
    monday: addDays("2026-11-30", 7 * index),
    closed: index === 3,
  }));
  const row = (id: string, label: string, sub: string, states: (WeekCell | "")[]) => ({
    id,
    label,
    sub,
    edited: states.includes("new"),
    cells: Object.fromEntries(
      states.flatMap((state, index) => (state ? [[weeks[index]?.monday ?? "", state]] : [])),
    ),
  });
  const care: (WeekCell | "")[] = ["with-tutor", "with-tutor", "alone", "", "alone", "alone"];
  const lifts: (WeekCell | "")[] = ["", "", "gone", "", "new", "new", "alone", "alone", "alone"];
  return (
    <WeeksTable
      caption="Tasks by weeks"
      rowsTitle="Task at Kanerva"
      weeks={weeks}
      rows={[
        row("care", "Morning care", "washing and dressing, infection control", care),
        row("lifts", "Lifts and transfers", "Sanna moved the start, today 9:20", lifts),
      ]}
    />
  );
}
