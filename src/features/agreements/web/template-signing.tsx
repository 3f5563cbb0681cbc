import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { KeyValues } from "#web/ui/key-values.tsx";
import { Section } from "#web/ui/section.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { useDeed } from "#web/view.ts";
import type { setSigning } from "../template.contract.ts";
import { TEMPLATE_CHANGES, type TemplatePlace, type TemplateView } from "./template-view.ts";

type Signing = Pick<TemplateView["template"], "guardian" | "order">;

const GUARDIAN: Record<Signing["guardian"], () => string> = {
  informed: m.templates_guardian_informed,
  signs: m.templates_guardian_signs,
};
const ORDER: Record<Signing["order"], () => string> = {
  any: m.templates_order_any,
  employer_first: m.templates_order_employer,
  provider_first: m.templates_order_provider,
};
const GUARDIANS = ["informed", "signs"] as const;
const ORDERS = ["any", "employer_first", "provider_first"] as const;

/** Whether a guardian signs, and who signs first; changed in the version being written. */
export function TemplateSigning({ place, view }: { place: TemplatePlace; view: TemplateView }) {
  const { guardian, order } = view.template;
  const save = useDeed<typeof setSigning>({
    method: "PUT",
    path: "/api/agreement-templates/{providerId}/{basis}/draft/signing",
    changes: TEMPLATE_CHANGES,
  });
  const { draft } = view;
  const put = (body: Signing) =>
    save.run({ params: place, body, ...(draft ? { version: draft.version } : {}) });
  // General terms are between a provider and an employer: no guardian has a part in them.
  const hasGuardian = place.basis !== "framework_agreement";
  const rows = [
    ...(hasGuardian
      ? [{ key: "guardian", label: m.templates_guardian(), value: GUARDIAN[guardian]() }]
      : []),
    { key: "order", label: m.templates_order(), value: ORDER[order]() },
  ];
  return (
    <Section title={m.templates_signing()}>
      {draft && view.abilities.edit.allowed ? (
        <div className="template-fields">
          {hasGuardian && (
            <SelectField
              label={m.templates_guardian()}
              options={GUARDIANS.map((value) => ({ value, label: GUARDIAN[value]() }))}
              value={guardian}
              onChange={({ target }) => {
                const chosen = GUARDIANS.find((one) => one === target.value);
                if (chosen) put({ guardian: chosen, order });
              }}
            />
          )}
          <SelectField
            label={m.templates_order()}
            options={ORDERS.map((value) => ({ value, label: ORDER[value]() }))}
            value={order}
            onChange={({ target }) => {
              const chosen = ORDERS.find((one) => one === target.value);
              if (chosen) put({ guardian, order: chosen });
            }}
          />
        </div>
      ) : (
        <KeyValues items={rows} />
      )}
      <ProblemNote error={save.problem} />
    </Section>
  );
}
