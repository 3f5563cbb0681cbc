import { ArrowLeft } from "lucide-react";
import { m } from "#messages/web";
import { type Texts, textOf, useLanguage } from "#web/i18n/language.ts";
import { Badge } from "#web/ui/badge.tsx";
import { number } from "#web/ui/format.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Link } from "#web/ui/link.tsx";
import { Note } from "#web/ui/note.tsx";
import { pointsWord, pointsWords, stateWord } from "./framework-words.ts";
import { placeHref } from "./place.ts";
import { RequirementList } from "./requirement-list.tsx";
import type { UnitAnswer } from "./unit-columns.tsx";
import type { Found } from "./use-search.ts";
import { hasWords, Words } from "./words.tsx";

type UnitViewProps = {
  versionId: string;
  unit: UnitAnswer;
  chosen: string | null;
  found: Found | null;
};

/** A unit: what it is worth, its requirements in groups, its sub-areas. */
export function UnitView({ versionId, unit, chosen, found }: UnitViewProps) {
  const find = found?.needles ?? [];
  const list = { versionId, unitId: unit.id, chosen, found };
  return (
    <section className="framework-unit">
      <p className="framework-back">
        <Link href={placeHref(versionId, {})}>
          <Icon of={ArrowLeft} /> {m.framework_back_units()}
        </Link>
      </p>
      <UnitHead unit={unit} find={find} />
      <Official title={m.framework_description()} text={unit.description} find={find} />
      <Official title={m.framework_requirement_text()} text={unit.requirementText} find={find} />
      {unit.groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no names of their own and keep their order
        <RequirementList key={index} group={group} {...list} />
      ))}
      {unit.subAreas.map((area) => (
        <section key={area.id} className="framework-area">
          <h3>
            <Words text={area.name} find={find} />
          </h3>
          <Official title={m.framework_description()} text={area.description} find={find} />
          {area.objectives.map((objective, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Objectives key={index} objective={objective} list={list} />
          ))}
        </section>
      ))}
      {unit.groups.length === 0 && unit.subAreas.length === 0 && (
        <p className="muted">{m.framework_no_requirements()}</p>
      )}
      <Official title={m.framework_demonstration()} text={unit.demonstration} find={find} />
      <CountLine unit={unit} />
    </section>
  );
}

function UnitHead({ unit, find }: { unit: UnitAnswer; find: readonly string[] }) {
  const state = stateWord(unit.state);
  const facts = [
    pointsWords(unit.points),
    unit.kind === "common" ? m.framework_unit_common() : null,
    m.framework_unit_code({ code: unit.code.replace(/^tutkinnonosat_/, "") }),
  ];
  return (
    <>
      <p className="crumb small">
        {facts.filter(Boolean).join(", ")} {state && <Badge>{state}</Badge>}
      </p>
      <h2 className="framework-title">
        <Words text={unit.name} find={find} />
      </h2>
      {unit.state === "deleted" && <Note kind="wait">{m.framework_unit_deleted_note()}</Note>}
    </>
  );
}

type ObjectiveAnswer = UnitAnswer["subAreas"][number]["objectives"][number];
type ListProps = Omit<Parameters<typeof RequirementList>[0], "group" | "deep">;

function Objectives({ objective, list }: { objective: ObjectiveAnswer; list: ListProps }) {
  const sort = objective.compulsory
    ? m.framework_sub_area_compulsory()
    : m.framework_sub_area_optional();
  const points = objective.points === null ? null : pointsWord(objective.points);
  return (
    <>
      <p className="small muted framework-objective">
        {[textOf(objective.name), sort, points].filter(Boolean).join(", ")}
      </p>
      <Official
        title={m.framework_requirement_text()}
        text={objective.text}
        find={list.found?.needles ?? []}
      />
      {objective.groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no names of their own and keep their order
        <RequirementList key={index} group={group} deep {...list} />
      ))}
    </>
  );
}

type OfficialProps = { title: string; text: Texts; find: readonly string[] };

/** A longer national text, folded until it is wanted. */
function Official({ title, text, find }: OfficialProps) {
  if (!hasWords(text)) return null;
  return (
    <details className="framework-official">
      <summary>{title}</summary>
      <p className="framework-lines">
        <Words text={text} find={find} />
      </p>
    </details>
  );
}

function CountLine({ unit }: { unit: UnitAnswer }) {
  const wanted = useLanguage();
  const rows = unit.groups.flatMap(({ requirements }) => requirements);
  if (rows.length === 0) return null;
  const borrowed = rows.filter(({ text }) => hasWords(text) && !text[wanted]).length;
  return (
    <p className="small muted framework-facts">
      {m.framework_requirements({ count: rows.length, text: number(rows.length) })}.{" "}
      {borrowed > 0 && m.framework_not_in_language({ count: borrowed, text: number(borrowed) })}
    </p>
  );
}
