import { lazy } from "react";
import { useCollege } from "#web/shell/bar-state.ts";
import { useView } from "#web/view.ts";
import type { readWeek } from "../logbook.contract.ts";
import { ConfirmWeek } from "./confirm-week.tsx";
import { ConfirmedNow } from "./confirmed-week.tsx";
import { WEEK_PATH } from "./week-words.ts";
import "./week-page.css";

/** Not on the tutor's way from the message to the confirmed week: it comes when somebody needs it. */
const WeekToRead = lazy(() =>
  import("./week-to-read.tsx").then((file) => ({ default: file.WeekToRead })),
);

/** One week of a placement. Each reader gets the one thing that is theirs to do, by the data's abilities. */
export function WeekPage({ placementId, week }: { placementId: string; week: string }) {
  const view = useView<typeof readWeek>({ path: WEEK_PATH, params: { placementId, week } }, [
    `placement:${placementId}`,
  ]);
  useCollege(view.providerName);
  const { confirmation, abilities } = view;
  if (confirmation && confirmation.lookAgain === null && abilities.undo.allowed) {
    return <ConfirmedNow view={view} confirmation={confirmation} />;
  }
  if (abilities.confirm.allowed) return <ConfirmWeek key={week} view={view} />;
  return <WeekToRead view={view} />;
}
