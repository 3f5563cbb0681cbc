import { m } from "#messages/web";
import type { Texts } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { Link } from "#web/ui/link.tsx";
import { Note } from "#web/ui/note.tsx";
import { Section } from "#web/ui/section.tsx";
import type { viewFramework } from "../framework.contract.ts";
import { pathwayWord, pointsWords } from "./framework-words.ts";
import { placeHref } from "./place.ts";
import { nest, type RuleBranch } from "./rule-branches.ts";
import { ruleWords } from "./rule-words.ts";
import { hasWords, Name, Words } from "./words.tsx";

type Framework = AnswerOf<typeof viewFramework>;
type Unit = Framework["unitRows"][number];
type Units = { readonly versionId: string; readonly byCode: ReadonlyMap<string, Unit> };

type RulesViewProps = {
  framework: Framework;
  /** True when the address names a unit that is not here. */
  missing: boolean;
};

/** How the qualification is made up: the rule tree as nested lists, units as links. */
export function RulesView({ framework, missing }: RulesViewProps) {
  const { versionId, pathways, unitRows } = framework;
  const units = { versionId, byCode: new Map(unitRows.map((unit) => [unit.code, unit])) };
  return (
    <section className="framework-rules">
      {missing && <Note kind="wait">{m.framework_unit_gone()}</Note>}
      <h2>{m.framework_rules()}</h2>
      {pathways.every(({ rules }) => rules.length === 0) && (
        <p className="muted">{m.framework_rules_none()}</p>
      )}
      {pathways.map(({ code, rules }) => {
        const tree = nest(rules).map((branch) => (
          <Branch key={branch.key} branch={branch} units={units} top />
        ));
        return pathways.length === 1 ? (
          <div key={code}>{tree}</div>
        ) : (
          <Section key={code} level={3} title={pathwayWord(code)}>
            {tree}
          </Section>
        );
      })}
    </section>
  );
}

type BranchProps = { branch: RuleBranch; units: Units; top?: boolean };

function Branch({ branch, units, top = false }: BranchProps) {
  const { row, parts } = branch;
  if (row.kind === "unit") return <UnitLine branch={branch} units={units} />;
  const open = row.depth < 2 || parts.every((part) => part.row.kind === "group");
  const words = ruleWords(row);
  return (
    <details className="framework-rule" open={open}>
      <summary>
        <b>
          <RuleName name={row.name} top={top} />
        </b>
        {words !== "" && <span className="small muted"> {words}</span>}
      </summary>
      {hasWords(row.description) && (
        <p className="small framework-lines">
          <Words text={row.description} />
        </p>
      )}
      {parts.length > 0 && (
        <ul>
          {parts.map((part) => (
            <li key={part.key}>
              <Branch branch={part} units={units} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function RuleName({ name, top }: { name: Texts; top: boolean }) {
  if (hasWords(name)) return <Name text={name} />;
  return top ? m.framework_rule_whole() : m.framework_rule_unnamed();
}

function UnitLine({ branch: { row }, units }: BranchProps) {
  const unit = units.byCode.get(row.unitCode ?? "");
  if (unit === undefined) return <span className="muted">{m.framework_rule_unit_gone()}</span>;
  return (
    <>
      <Link href={placeHref(units.versionId, { unit: unit.id })}>
        <Name text={unit.name} />
      </Link>
      <span className="small muted">
        {" "}
        {[pointsWords(unit.points), row.compulsory ? m.framework_rule_compulsory() : null]
          .filter(Boolean)
          .join(", ")}
      </span>
    </>
  );
}
