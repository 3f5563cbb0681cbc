import { ClearancesSection } from "#features/clearances/web/clearances-section.tsx";
import { ChecksPage } from "#features/rules/web/checks-page.tsx";

/** What is checked of a placement before the work: rules for young workers, cards and clearances. */
export function PlacementChecks({ placementId }: { placementId: string }) {
  return (
    <ChecksPage placementId={placementId}>
      <ClearancesSection placementId={placementId} />
    </ChecksPage>
  );
}
