import { m } from "#messages/web";
import { useBack, useCollege } from "#web/shell/bar-state.ts";
import { useView } from "#web/view.ts";
import type { readCards } from "../cards.contract.ts";
import { CardsRead } from "./cards-read.tsx";
import { CardsSort } from "./cards-sort.tsx";
import { CARDS_PATH } from "./cards-view.ts";
import "./cards-page.css";

/** What is learned at this workplace, card by card: the tutor sorts, the school reads and asks. */
export function CardsPage({ placementId }: { placementId: string }) {
  const view = useView<typeof readCards>({ path: CARDS_PATH, params: { placementId } }, [
    `placement:${placementId}`,
  ]);
  useCollege(view.providerName);
  useBack({ href: `/placements/${placementId}`, label: m.suitability_back() });
  return view.abilities.sort.allowed ? <CardsSort view={view} /> : <CardsRead view={view} />;
}
