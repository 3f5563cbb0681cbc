import type { AgreementTemplate } from "#features/agreements/agreement-template.ts";
import { nationalTemplate } from "#features/agreements/national-templates.ts";
import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { OWN_TEMPLATE, TEMPLATE_DRAFT } from "../../../../demo/agreement-templates.ts";
import type { StaffRole, Story } from "../../../../demo/story-types.ts";
import { type Ground, idOf } from "./load-ground.ts";

const BASIS = "training_agreement";

/** The college's own wording, in use; and the version that its administrator is writing. */
export async function loadTemplates(tx: Tx, story: Story, ground: Ground): Promise<void> {
  const { section, body } = OWN_TEMPLATE;
  const own = worded(nationalTemplate(BASIS).template, section, () => body);
  const draft = worded(own, TEMPLATE_DRAFT.section, (former) => ({
    ...former,
    fi: TEMPLATE_DRAFT.fi,
  }));
  const since = Temporal.PlainDate.from(story.today).subtract({ days: 90 }).toString();
  const keys = {
    provider_id: idOf(ground.providers, OWN_TEMPLATE.provider),
    basis: BASIS,
    written_by: staffOf(story, ground, "provider_admin"),
  };
  const inUse = {
    published_by: staffOf(story, ground, "coordinator"),
    published_at: `${since}T06:00:00Z`,
    written_at: `${since}T05:30:00Z`,
    in_use_from: since,
    content: JSON.stringify(own),
  };
  const written = { written_at: `${story.today}T05:30:00Z`, content: JSON.stringify(draft) };
  await tx
    .insertInto("agreement_template")
    .values([
      { ...keys, ...inUse, id: newId(), number: 1, state: "in_use" },
      { ...keys, ...written, id: newId(), number: 2, state: "draft" },
    ])
    .execute();
}

function staffOf(story: Story, { people }: Ground, role: StaffRole): string {
  const found = story.staff.find(
    (one) => one.provider === OWN_TEMPLATE.provider && one.roles.includes(role),
  );
  if (found === undefined) throw new Error(`${OWN_TEMPLATE.provider} has no ${role}`);
  return idOf(people, found.person);
}

function worded(
  template: AgreementTemplate,
  id: string,
  body: (former: AgreementTemplate["title"]) => AgreementTemplate["title"],
): AgreementTemplate {
  return {
    ...template,
    sections: template.sections.map((one) =>
      one.id === id ? { ...one, body: body(one.body) } : one,
    ),
  };
}
