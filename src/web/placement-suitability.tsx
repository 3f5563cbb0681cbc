import { SafeToStart } from "#features/placements/web/safe-to-start.tsx";
import { SuitabilityPage } from "#features/suitability/web/suitability-page.tsx";

/** Whether the workplace suits, with what is known of its safety beside the grid. */
export function PlacementSuitability({ placementId }: { placementId: string }) {
  return (
    <SuitabilityPage placementId={placementId} safety={<SafeToStart placementId={placementId} />} />
  );
}
