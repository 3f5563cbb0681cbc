import { m } from "#messages/web";
import { useMe } from "#web/session.ts";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { type GateAnswer, gateStepHref, gateStepText } from "./gate-text.ts";
import { NudgeButton } from "./nudge-button.tsx";
import type { StartRow } from "./starts-requests.ts";
import type { Nudges, WantedNudge } from "./use-nudges.ts";

type StartStepProps = {
  row: StartRow;
  missing: GateAnswer;
  today: string;
  nudges: Nudges;
  primary: boolean;
};

/** The one step of a coordinator: remind the person who is missing, or open where it is fixed. */
export function StartStep({ row, missing, today, nudges, primary }: StartStepProps) {
  const kind = primary ? "primary" : "second";
  const wanted = nudgeOf(row, missing, useMe()?.personId);
  if (wanted) {
    const name = missing.fixers[0]?.givenName ?? "";
    return (
      <NudgeButton wanted={wanted} nudges={nudges} today={today} kind={kind}>
        {m.starts_nudge({ name })}
      </NudgeButton>
    );
  }
  if (missing.step === null) return null;
  const { givenName, familyName } = row.student;
  return (
    <ButtonLink kind={kind} href={gateStepHref(missing.step, row.placementId)}>
      <span>
        {missing.step === "review_suitability"
          ? m.starts_open_review()
          : gateStepText(missing.step)}
        <span className="vh">{` ${givenName} ${familyName}`}</span>
      </span>
    </ButtonLink>
  );
}

/** What a coordinator can do is done on its own page; the rest is somebody's to be reminded of. */
function nudgeOf(
  { placementId }: StartRow,
  missing: GateAnswer,
  me: string | undefined,
): WantedNudge | undefined {
  const [first] = missing.fixers;
  if (missing.step === "open_agreement" && missing.reason === "waits") return undefined;
  const to = (["student", "tutor", "teacher"] as const).find((party) => party === first?.role);
  const isMine = missing.fixers.some(
    ({ role, personId }) => role === "coordinator" || (personId !== null && personId === me),
  );
  if (isMine || first?.personId == null || to === undefined) return undefined;
  const name = `${first.givenName} ${first.familyName}`;
  const about = missing.code === "plan" ? "plan" : "gate";
  return { placementId, to, about, week: null, name };
}
