import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import type { SuitabilityView } from "./suitability-view.ts";

/** Who supervises which task, as the decision in force names them. */
export function SupervisionList({ view }: { view: SuitabilityView }) {
  if (view.current === null || view.supervision.length === 0) return null;
  const nameOf = (taskId: string) =>
    view.supervision.find((one) => one.taskId === taskId)?.name ?? m.supervision_none();
  return (
    <Section title={m.supervision_title()}>
      <Rows label={m.supervision_title()}>
        {view.columns.map(({ taskId, name }) => (
          <Row key={taskId} end={nameOf(taskId)}>
            {textOf(name)}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
