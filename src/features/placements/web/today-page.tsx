import { lazy, useEffect } from "react";
import { holds, useMe } from "#web/session.ts";
import { useGo } from "#web/shell/go.ts";
import { WaitingPage } from "#web/shell/waiting-page.tsx";

const BoardPage = lazy(() =>
  import("./board-page.tsx").then((file) => ({ default: file.BoardPage })),
);
const StartsPage = lazy(() =>
  import("./starts-page.tsx").then((file) => ({ default: file.StartsPage })),
);
const StudentHome = lazy(() =>
  import("./student-home.tsx").then((file) => ({ default: file.StudentHome })),
);
const TutorHome = lazy(() =>
  import("./tutor-home.tsx").then((file) => ({ default: file.TutorHome })),
);

/** The first page after coming in: each person's own, by what they are here. */
export function TodayPage() {
  const me = useMe();
  if (me === undefined) return <WaitingPage />;
  // Who came by a personal link is at work here, whatever they are elsewhere.
  if (me?.means === "link") return <TutorHome />;
  if (holds(me, "teacher")) return <BoardPage />;
  if (holds(me, "coordinator")) return <StartsPage />;
  if (holds(me, "student")) return <StudentHome />;
  if (holds(me, "tutor")) return <TutorHome />;
  if (holds(me, "signer") && me?.memberships.every(({ role }) => role === "signer")) {
    return <Onwards to="/agreements" />;
  }
  return <Onwards to={me ? "/qualifications" : "/"} />;
}

/** Who has no work of their own here goes on to where theirs is. */
function Onwards({ to }: { to: string }) {
  const go = useGo();
  useEffect(() => go(to, { instead: true }), [go, to]);
  return <WaitingPage />;
}
