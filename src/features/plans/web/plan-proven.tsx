import { m } from "#messages/web";
import { dayYear } from "#web/ui/format.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { type PlanView, requirementName, requirementOf } from "./plan-view.ts";

/** What the student need not learn here: shown, so that nobody wonders why it is not in the plan. */
export function ProvenAlready({ view }: { view: PlanView }) {
  const proven = view.choices.proven.flatMap((proof) => {
    const requirement = requirementOf(view, proof.requirementId);
    return requirement ? [{ ...proof, name: requirementName(requirement) }] : [];
  });
  if (proven.length === 0) return null;
  return (
    <Section level={3} className="plan-proven" title={m.plan_proven()}>
      <Rows>
        {proven.map(({ requirementId, how, on, name }) => (
          <Row
            key={requirementId}
            sub={
              how === "demonstrated"
                ? m.plan_proven_demonstrated({ day: dayYear(on) })
                : m.plan_proven_recognised({ day: dayYear(on) })
            }
          >
            {name}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
