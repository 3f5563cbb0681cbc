import { Check, Hourglass } from "lucide-react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { Button } from "#web/ui/button.tsx";
import { dayYear } from "#web/ui/format.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useDeed } from "#web/view.ts";
import type { dropRuleCase } from "../rule-packs.contract.ts";
import { RULE_PACK_PATH, type RulePackView } from "./rule-pack-view.ts";

type Case = RulePackView["cases"][number];

const saidOf = ({ draft, now }: Case) => (draft ?? now).join(", ");
const isSame = (one: Case) => saidOf(one) === one.kept.join(", ");

/** Kept cases: which of them give the same answer as when they were kept. */
export function RuleCases({ providerId, view }: { providerId: string; view: RulePackView }) {
  const drop = useDeed<typeof dropRuleCase>({
    method: "DELETE",
    path: "/api/rule-packs/{providerId}/cases/{caseId}",
    changes: [RULE_PACK_PATH],
  });
  if (view.cases.length === 0) return null;
  const same = view.cases.filter(isSame).length;
  const nameOf = ({ asked }: Case) => {
    const task = view.pack.tasks.find(({ code }) => code === asked.task);
    const about = [task && textOf(task.name), asked.hours].filter(Boolean).join(", ");
    return m.rules_case({ born: dayYear(asked.birth), on: dayYear(asked.on), about });
  };
  return (
    <Section
      title={m.rules_cases({ count: view.cases.length })}
      end={m.rules_cases_same({ same, other: view.cases.length - same })}
    >
      <Rows label={m.rules_cases({ count: view.cases.length })}>
        {view.cases.map((one) => (
          <Row
            key={one.id}
            icon={isSame(one) ? Check : Hourglass}
            tone={isSame(one) ? "spruce" : "birch"}
            sub={
              isSame(one)
                ? saidOf(one) || m.rules_says_nothing()
                : m.rules_case_other({
                    kept: one.kept.join(", ") || m.rules_says_nothing(),
                    now: saidOf(one) || m.rules_says_nothing(),
                  })
            }
            end={
              view.abilities.edit.allowed && (
                <Button
                  kind="quiet"
                  onClick={() => drop.run({ params: { providerId, caseId: one.id } })}
                >
                  {m.rules_drop_case()}
                </Button>
              )
            }
          >
            {nameOf(one)}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
