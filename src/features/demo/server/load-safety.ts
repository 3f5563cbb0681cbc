import { CHECKS } from "#features/safety/safety.ts";
import { newId } from "#server/clock.ts";
import { type Tx, takeSight } from "#server/database/database.ts";
import { SAFETY_LEAD, TOLD } from "../../../../demo/safety-voice.ts";
import type { Story } from "../../../../demo/story-types.ts";
import { type Ground, idOf } from "./load-ground.ts";

type Told = (typeof TOLD)[number];

/** The safety lead, the checks that have been answered, and what students have told in their own sight. */
export async function loadSafety(tx: Tx, story: Story, ground: Ground): Promise<void> {
  const { providers, people } = ground;
  await tx
    .updateTable("provider")
    .set({ safety_lead_id: idOf(people, SAFETY_LEAD.person) })
    .where("id", "=", idOf(providers, SAFETY_LEAD.provider))
    .execute();
  const running = await tx
    .selectFrom("placement")
    .select(["provider_id", "id", "student_id", "teacher_id", "tutor_id"])
    .where("state", "=", "running")
    .execute();
  const answered = running.flatMap(({ provider_id, id }) =>
    CHECKS.map((kind) => ({ provider_id, placement_id: id, kind })),
  );
  await tx.insertInto("safety_answered").values(answered).execute();
  for (const told of TOLD) {
    const studentId = idOf(people, told.student);
    const placement = running.find(({ student_id }) => student_id === studentId);
    if (placement === undefined) continue;
    await takeSight(tx, { personId: studentId, providerIds: [placement.provider_id] });
    await loadReport(tx, story.today, placement, told);
  }
  await takeSight(tx, { personId: null, providerIds: [...providers.values()] });
}

type Running = {
  readonly provider_id: string;
  readonly id: string;
  readonly student_id: string;
  readonly teacher_id: string;
  readonly tutor_id: string | null;
};

async function loadReport(tx: Tx, today: string, placement: Running, told: Told): Promise<void> {
  const { provider_id, student_id, teacher_id, tutor_id } = placement;
  const hearer = told.part === "tutor" ? (tutor_id ?? teacher_id) : teacher_id;
  const day = Temporal.PlainDate.from(today).subtract({ days: told.daysAgo }).toString();
  const keys = { provider_id, report_id: newId() };
  await tx
    .insertInto("safety_report")
    .values({
      provider_id,
      id: keys.report_id,
      placement_id: placement.id,
      student_id,
      kind: told.kind,
      answers: [...told.answers],
      words: told.words,
      state: told.state,
      written_at: `${day}T05:40:00Z`,
      answer_by: `${day}T10:00:00Z`,
      circle: [student_id, hearer],
    })
    .execute();
  await loadHearing(tx, { ...keys, hearer, day, told });
}

type Hearing = {
  readonly provider_id: string;
  readonly report_id: string;
  readonly hearer: string;
  readonly day: string;
  readonly told: Told;
};

/** When the hearer was told and opened it, and how it was answered. */
async function loadHearing(
  tx: Tx,
  { provider_id, report_id, hearer, day, told }: Hearing,
): Promise<void> {
  const keys = { provider_id, report_id, person_id: hearer };
  const opened = told.reply === null ? null : `${day}T06:10:00Z`;
  const told_at = `${day}T05:40:00Z`;
  await tx
    .insertInto("safety_hearer")
    .values({ ...keys, part: told.part, told_at, opened_at: opened })
    .execute();
  if (told.reply === null) return;
  await tx
    .insertInto("safety_step")
    .values({ ...keys, id: newId(), what: "close", words: told.reply, at: `${day}T09:00:00Z` })
    .execute();
}
