import { useQuery } from "@tanstack/react-query";
import { ShieldAlert } from "lucide-react";
import { m } from "#messages/web";
import { Icon } from "#web/ui/icon.tsx";
import { Link } from "#web/ui/link.tsx";
import { useTopics, viewOptions } from "#web/view.ts";
import type { readInduction } from "../induction.contract.ts";
import { INDUCTION_PATH } from "./induction-view.ts";

/** On every page of the placement from the first day: what has not been shown yet, and where it is done. */
export function InductionStrip({ placementId }: { placementId: string }) {
  const topics = [`placement:${placementId}`];
  useTopics(topics);
  const { data } = useQuery({
    ...viewOptions<typeof readInduction>({ path: INDUCTION_PATH, params: { placementId } }, topics),
    throwOnError: false,
    retry: false,
  });
  if (!data?.due) return null;
  return (
    <div className="place-strip" role="status">
      <Icon of={ShieldAlert} />
      <span>{m.induction_strip({ count: data.missing })}</span>
      <Link href={`/placements/${placementId}/induction`}>{m.induction_open()}</Link>
    </div>
  );
}
