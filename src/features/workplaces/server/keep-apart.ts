import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { keepApart } from "../merge.contract.ts";
import { collegesOf, mayEditRegister } from "../register.policy.ts";
import { lockCards } from "./merge.queries.ts";
import { writesFor } from "./people.queries.ts";

/** Remembers for one's own college that two workplaces are not the same; taking it back asks again. */
export const keepApartRoute = deed(keepApart, async ({ tx, actor, at, audit }, { body }) => {
  const may = mayEditRegister(actor);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (body.left === body.right) return refuse("same_workplace");
  const found = await lockCards(tx, [body.left, body.right]);
  const [left, right] = found;
  if (left === undefined || right === undefined) return refuse("not_found");
  const providerId = await writesFor(tx, collegesOf(actor, "coordinator"), left.id);
  if (providerId === null) return refuse("forbidden", { reason: "role" });
  const pair = { provider_id: providerId, left_id: left.id, right_id: right.id };
  if (body.apart) {
    await tx
      .insertInto("known_different")
      .values({ ...pair, said_by: actor.personId, said_at: at.toString() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } else {
    await tx
      .deleteFrom("known_different")
      .where("provider_id", "=", providerId)
      .where("left_id", "=", left.id)
      .where("right_id", "=", right.id)
      .execute();
  }
  await audit({
    deed: "keep-apart",
    subjectKind: "workplace",
    subjectId: left.id,
    providerId,
    change: { otherId: right.id, apart: body.apart },
  });
  return accept({ done: true });
});
