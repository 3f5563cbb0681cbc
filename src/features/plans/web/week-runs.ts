/** What of a plan tells which weeks the placement has, and which of them are interruptions. */
type PlacementWeeks = { readonly choices: { readonly weeks: readonly PlanWeek[] } };
type PlanWeek = { readonly week: string; readonly closed: boolean };

/** "49–51, 53": runs of the placement's own open weeks, also over the turn of the year. */
export function weekRuns(view: PlacementWeeks, weeks: readonly string[]): string {
  return runsOf(view, (one) => !one.closed && weeks.includes(one.week));
}

/** "53": the weeks nobody is at the workplace. */
export function closedRuns(view: PlacementWeeks): string {
  return runsOf(view, ({ closed }) => closed);
}

function runsOf({ choices }: PlacementWeeks, isChosen: (week: PlanWeek) => boolean): string {
  const all = choices.weeks.map(({ week }) => week);
  const runs: string[][] = [];
  for (const { week } of choices.weeks.filter(isChosen)) {
    const run = runs.at(-1);
    const before = all[all.indexOf(week) - 1];
    if (run !== undefined && run.at(-1) === before) run.push(week);
    else runs.push([week]);
  }
  return runs
    .map((run) => [run[0], run.length > 1 ? run.at(-1) : undefined].flatMap(numberOf).join("–"))
    .join(", ");
}

function numberOf(week: string | undefined): string[] {
  return week === undefined ? [] : [String(Number(week.slice(6)))];
}
