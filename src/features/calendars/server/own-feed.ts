import { deed, view } from "#server/deed.ts";
import { hashToken } from "#server/secrets.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { changeFeed, endFeed, makeFeed, readOwnFeed } from "../calendar.contract.ts";
import { mayKeepFeed } from "../calendar.policy.ts";
import * as queries from "./calendar.queries.ts";

/** A feed is a person's own: nobody else makes, sees or ends it, and its secret is kept as a hash only. */
export const readOwnFeedRoute = view(readOwnFeed, async ({ tx, actor }) => {
  const keep = mayKeepFeed(actor);
  const row = keep.allowed ? await queries.findOwnFeed(tx, actor.personId) : undefined;
  return accept({
    feed:
      row === undefined
        ? null
        : { showsNames: row.shows_names, madeAt: row.made_at, readAt: row.read_at },
    abilities: { keep },
  });
});

export const makeFeedRoute = deed(makeFeed, async ({ tx, actor, at, audit }, { body }) => {
  const may = mayKeepFeed(actor);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const isSaved = await queries.saveFeed(tx, {
    personId: actor.personId,
    tokenHash: hashToken(body.token),
    showsNames: body.showsNames,
    at: at.toString(),
  });
  if (!isSaved) return refuse("secret_taken");
  await audit({ deed: "make-calendar-feed", ...ofPerson(actor.personId) });
  return accept({ done: true });
});

export const changeFeedRoute = deed(changeFeed, async ({ tx, actor, audit }, { body }) => {
  const may = mayKeepFeed(actor);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const isThere = await queries.setShowsNames(tx, actor.personId, body.showsNames);
  if (!isThere) return refuse("no_feed");
  const change = { showsNames: body.showsNames };
  await audit({ deed: "change-calendar-feed", ...ofPerson(actor.personId), change });
  return accept({ done: true });
});

export const endFeedRoute = deed(endFeed, async ({ tx, actor, audit }) => {
  const may = mayKeepFeed(actor);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const wasThere = await queries.dropFeed(tx, actor.personId);
  if (wasThere) await audit({ deed: "end-calendar-feed", ...ofPerson(actor.personId) });
  return accept({ done: true });
});

function ofPerson(personId: string) {
  return { subjectKind: "person", subjectId: personId, providerId: null };
}
