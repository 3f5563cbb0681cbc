import { lazy, useEffect } from "react";
import { useMe } from "#web/session.ts";
import { useGo } from "#web/shell/go.ts";
import { WaitingPage } from "#web/shell/waiting-page.tsx";
import { firstPageOf } from "./first-page.ts";

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

/** The first page after coming in. */
export function TodayPage() {
  const me = useMe();
  if (me === undefined) return <WaitingPage />;
  if (me === null) return <Onwards to="/" />;
  switch (firstPageOf(me)) {
    case "tutor":
      return <TutorHome />;
    case "board":
      return <BoardPage />;
    case "starts":
      return <StartsPage />;
    case "student":
      return <StudentHome />;
    case "signer":
      return <Onwards to="/agreements" />;
    case "none":
      return <Onwards to="/qualifications" />;
  }
}

/** Who has no work of their own here goes on to where theirs is. */
function Onwards({ to }: { to: string }) {
  const go = useGo();
  useEffect(() => go(to, { instead: true }), [go, to]);
  return <WaitingPage />;
}
