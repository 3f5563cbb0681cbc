import { holds, type Me } from "#web/session.ts";

type FirstPage = "tutor" | "board" | "starts" | "student" | "signer" | "none";

/** Whose first page this is: each person's own, by what they are here. */
export function firstPageOf(me: Me): FirstPage {
  // Who came by a personal link is at work here, whatever they are elsewhere.
  if (me.means === "link") return "tutor";
  if (holds(me, "teacher")) return "board";
  if (holds(me, "coordinator")) return "starts";
  if (holds(me, "student")) return "student";
  if (holds(me, "tutor")) return "tutor";
  const onlySigns = holds(me, "signer") && me.memberships.every(({ role }) => role === "signer");
  return onlySigns ? "signer" : "none";
}
