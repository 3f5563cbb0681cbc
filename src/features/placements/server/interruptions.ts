import { dayAt } from "#server/clock.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { endInterruption, putInterruption, removeInterruption } from "../interruption.contract.ts";
import { type Away, type AwayFacts, endAway, judgeAway, removeAway } from "../interruption.ts";
import { mayInterrupt, relationOf } from "../placement.policy.ts";
import { lockVisible, type SeenPlacement } from "./api.ts";
import * as queries from "./interruption.queries.ts";
import { stateOf } from "./judge.ts";
import { tellOfAway } from "./letters.ts";

const ZONE = "Europe/Helsinki";

/** An interruption is noted or corrected; student and tutor hear of the days by letter, the reason stays at the school. */
export const putInterruptionRoute = deed(putInterruption, async (context, { params, body }) => {
  const { tx, actor, audit } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayInterrupt(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const { own, facts } = await groundOf(context, placement, params.interruptionId);
  const { startsOn, endsOn, reason } = body;
  const isSame = own?.starts_on === startsOn && own.ends_on === endsOn && own.reason === reason;
  if (isSame) return accept({ done: true } as const);
  const judged = judgeAway(facts, awayOf(startsOn, endsOn));
  if (!judged.ok) return judged;
  const isTaken = own === undefined && (await queries.isIdTaken(tx, params.interruptionId));
  if (isTaken) return refuse("id_taken");
  await queries.saveInterruption(tx, placement, { id: params.interruptionId, ...body });
  await audit({
    deed: "put-interruption",
    ...recordOf(placement, params.interruptionId),
    change: {
      startsOn,
      endsOn,
      from: own ? { startsOn: own.starts_on, endsOn: own.ends_on } : null,
    },
  });
  await tell(context, placement, { startsOn, endsOn });
  return accept({ done: true } as const);
});

/** The student is back: the open interruption gets its last day. */
export const endInterruptionRoute = deed(endInterruption, async (context, { params, body }) => {
  const { tx, actor, audit } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayInterrupt(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const { own, facts } = await groundOf(context, placement, params.interruptionId);
  if (own === undefined) return refuse("not_found");
  if (own.ends_on === body.endsOn) return accept({ done: true } as const);
  const away = awayOf(own.starts_on, own.ends_on);
  const judged = endAway(facts, away, Temporal.PlainDate.from(body.endsOn));
  if (!judged.ok) return judged;
  await queries.setLastDay(tx, placement, own.id, body.endsOn);
  await audit({
    deed: "end-interruption",
    ...recordOf(placement, own.id),
    change: { startsOn: own.starts_on, endsOn: body.endsOn },
  });
  await tell(context, placement, { startsOn: own.starts_on, endsOn: body.endsOn });
  return accept({ done: true } as const);
});

/** A mistake or a cancelled leave that has not begun; one that is gone already is as wished. */
export const removeInterruptionRoute = deed(removeInterruption, async (context, { params }) => {
  const { tx, actor, at, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayInterrupt(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const { own } = await groundOf(context, placement, params.interruptionId);
  if (own === undefined) return accept({ done: true } as const);
  const judged = removeAway(awayOf(own.starts_on, own.ends_on), dayAt(at, ZONE));
  if (!judged.ok) return judged;
  await queries.deleteInterruption(tx, placement, own.id);
  await audit({
    deed: "remove-interruption",
    ...recordOf(placement, own.id),
    change: { startsOn: own.starts_on, endsOn: own.ends_on },
  });
  await touch(`placement:${placement.id}`);
  return accept({ done: true } as const);
});

async function groundOf({ tx }: DeedContext, placement: SeenPlacement, id: string) {
  const rows = await queries.listInterruptions(tx, placement);
  const worked = await queries.listWorkedDays(tx, placement);
  const facts: AwayFacts = {
    state: stateOf(placement),
    startsOn: Temporal.PlainDate.from(placement.starts_on),
    endsOn: Temporal.PlainDate.from(placement.ends_on),
    others: rows.filter((row) => row.id !== id).map((row) => awayOf(row.starts_on, row.ends_on)),
    workedOn: worked.map((day) => Temporal.PlainDate.from(day)),
  };
  return { own: rows.find((row) => row.id === id), facts };
}

function awayOf(startsOn: string, endsOn: string | null): Away {
  return {
    startsOn: Temporal.PlainDate.from(startsOn),
    endsOn: endsOn === null ? null : Temporal.PlainDate.from(endsOn),
  };
}

function recordOf(placement: SeenPlacement, id: string) {
  return {
    subjectKind: "interruption",
    subjectId: id,
    placementId: placement.id,
    providerId: placement.provider_id,
  };
}

async function tell(
  context: DeedContext,
  placement: SeenPlacement,
  days: { startsOn: string; endsOn: string | null },
): Promise<void> {
  await tellOfAway(context, placement, days);
  await context.touch(`placement:${placement.id}`);
}
