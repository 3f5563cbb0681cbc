import { ArrowLeft } from "lucide-react";
import { useId } from "react";
import { m } from "#messages/web";
import { holds, isStaff, useMe } from "#web/session.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Link } from "#web/ui/link.tsx";
import { Section } from "#web/ui/section.tsx";
import { placeHref } from "./place.ts";
import type { RequirementAnswer, UnitAnswer } from "./unit-columns.tsx";
import { hasWords, Words } from "./words.tsx";

type Scale = UnitAnswer["scale"];
type Level = NonNullable<Scale>["levels"][number];

type RequirementViewProps = {
  versionId: string;
  unitId: string;
  requirement: RequirementAnswer;
  scale: Scale;
  inSubArea: boolean;
  find: readonly string[];
};

/** One requirement: the workplace's words first when there are any, then the criteria by level. */
export function RequirementView(props: RequirementViewProps) {
  const { versionId, unitId, requirement, find } = props;
  const { plain, seenWhen, text } = requirement;
  const id = useId();
  const me = useMe();
  const writes = isStaff(me) && holds(me, "teacher", "coordinator", "provider_admin");
  return (
    <section
      className="framework-requirement"
      aria-labelledby={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by keys
      tabIndex={0} // oxlint-disable-line jsx-a11y/no-noninteractive-tabindex
    >
      <p className="framework-back">
        <Link href={placeHref(versionId, { unit: unitId })}>
          <Icon of={ArrowLeft} /> {m.framework_back_unit()}
        </Link>
      </p>
      <p className="crumb small">
        {m.framework_requirement_number({ number: requirement.number })}
      </p>
      <h2 id={id}>
        <Words text={plain ?? text} find={find} />
      </h2>
      {seenWhen && (
        <p className="framework-seen">
          <Words text={seenWhen} find={find} />
        </p>
      )}
      {plain && (
        <details className="framework-official">
          <summary>{m.framework_official_text()}</summary>
          <p>
            <Words text={text} find={find} />
          </p>
        </details>
      )}
      {writes && (
        <p>
          <Link href={`/qualifications/cards/${requirement.id}`}>
            {plain ? m.framework_open_card() : m.framework_write_card()}
          </Link>
        </p>
      )}
      <Criteria {...props} />
    </section>
  );
}

function Criteria({ requirement, scale, inSubArea, find }: RequirementViewProps) {
  const own = requirement.levels.length > 0;
  const levels = own ? requirement.levels : (scale?.levels ?? []);
  const lead = own ? requirement.lead : (scale?.lead ?? {});
  if (levels.length === 0) return <p className="muted">{m.framework_no_criteria()}</p>;
  return (
    <Section level={3} title={m.framework_criteria_title()} end={<ScaleWords levels={levels} />}>
      {hasWords(lead) && (
        <p className="small muted framework-lead">
          <Words text={lead} />
        </p>
      )}
      {levels.map((level) => (
        <LevelRow key={level.code} level={level} find={find} />
      ))}
      {!own && (
        <p className="small muted framework-facts">
          {inSubArea ? m.framework_scale_sub_area() : m.framework_scale_shared()}
        </p>
      )}
    </Section>
  );
}

function ScaleWords({ levels }: { levels: readonly Level[] }) {
  const [first, last] = [levels[0]?.code, levels.at(-1)?.code];
  if (levels.some(({ code }) => code === "pass" || code === "fail"))
    return m.framework_scale_pass();
  if (first === undefined || last === undefined || first === last) return null;
  return m.framework_scale_numbers({ from: first, to: last });
}

function LevelRow({ level, find }: { level: Level; find: readonly string[] }) {
  const word =
    level.code === "pass"
      ? m.framework_level_pass()
      : level.code === "fail"
        ? m.framework_level_fail()
        : null;
  return (
    <div className={word === null ? "level" : "framework-level-word"}>
      <b>
        <span className="vh">{word ?? m.framework_level({ code: level.code })}</span>
        <span aria-hidden="true">{word ?? level.code}</span>
      </b>
      <ul className="framework-criteria">
        {level.criteria.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: criteria have no names of their own and keep their order
          <li key={index}>
            <Words text={text} find={find} />
          </li>
        ))}
      </ul>
    </div>
  );
}
