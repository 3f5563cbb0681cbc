import { Skeleton } from "#web/ui/skeleton.tsx";
import { Page } from "./page.tsx";

/** While a page or what it shows is on its way; the grey bars come only after 300 ms. */
export function WaitingPage() {
  return (
    <Page frame="phone">
      <Skeleton lines={5} />
    </Page>
  );
}
