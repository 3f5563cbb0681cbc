import { YOUNG_WORKERS } from "#features/rules/national-pack.ts";
import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import type { Story } from "../../../../demo/story-types.ts";
import { RULE_CASES, RULE_DRAFT } from "../../../../demo/young-work.ts";
import { type Ground, idOf } from "./load-ground.ts";

/** The administrator's rule cases, and the version being written. */
export async function loadRules(
  tx: Tx,
  story: Story,
  { providers, people }: Ground,
): Promise<void> {
  const { provider, rule, effect } = RULE_DRAFT;
  const admin = story.staff.find(
    (one) => one.provider === provider && one.roles.includes("provider_admin"),
  );
  if (admin === undefined) throw new Error(`${provider} has nobody to write its rules`);
  const keys = { provider_id: idOf(providers, provider), pack: YOUNG_WORKERS.code };
  const by = idOf(people, admin.person);
  const at = `${story.today}T05:30:00Z`;
  const cases = RULE_CASES.map(({ asked, answer }) => ({
    ...keys,
    id: newId(),
    asked: JSON.stringify(asked),
    answer: JSON.stringify(answer),
    kept_by: by,
    kept_at: at,
  }));
  await tx.insertInto("rule_case").values(cases).execute();
  const content = {
    ...YOUNG_WORKERS,
    rules: YOUNG_WORKERS.rules.map((one) => (one.id === rule ? { ...one, effect } : one)),
  };
  await tx
    .insertInto("rule_pack_version")
    .values({
      ...keys,
      id: newId(),
      number: 1,
      state: "draft",
      content: JSON.stringify(content),
      written_by: by,
      written_at: at,
    })
    .execute();
}
