import { ClearancesSection } from "#features/clearances/web/clearances-section.tsx";
import { ChecksPage } from "#features/rules/web/checks-page.tsx";
import { StudentFitSection } from "#features/suitability/web/student-fit-section.tsx";

/** What is checked of a placement before the work: young workers' rules, fit, cards and clearances. */
export function PlacementChecks({ placementId }: { placementId: string }) {
  return (
    <ChecksPage placementId={placementId}>
      <StudentFitSection placementId={placementId} />
      <ClearancesSection placementId={placementId} />
    </ChecksPage>
  );
}
