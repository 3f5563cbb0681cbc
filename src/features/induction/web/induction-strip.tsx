import { useQuery } from "@tanstack/react-query";
import { ShieldAlert } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages/web";
import { Icon } from "#web/ui/icon.tsx";
import { Link } from "#web/ui/link.tsx";
import { useTopics, viewOptions } from "#web/view.ts";
import type { readInduction, readInductionDebts } from "../induction.contract.ts";
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
  return <Strip placementId={placementId}>{m.induction_strip({ count: data.missing })}</Strip>;
}

/** On the pages that belong to no one placement: the student's own, or each of the tutor's students. */
export function OwnInductionStrips({ isTutor }: { isTutor: boolean }) {
  const { data } = useQuery({
    ...viewOptions<typeof readInductionDebts>({ path: "/api/induction/mine" }),
    throwOnError: false,
    retry: false,
  });
  useTopics(data?.debts.map(({ placementId }) => `placement:${placementId}`) ?? []);
  return data?.debts.map(({ placementId, givenName, missing }) => (
    <Strip key={placementId} placementId={placementId}>
      {isTutor
        ? m.induction_strip_of({ name: givenName, count: missing })
        : m.induction_strip({ count: missing })}
    </Strip>
  ));
}

function Strip({ placementId, children }: { placementId: string; children: ReactNode }) {
  return (
    <div className="place-strip" role="status">
      <Icon of={ShieldAlert} />
      <span>{children}</span>
      <Link href={`/placements/${placementId}/induction`}>{m.induction_open()}</Link>
    </div>
  );
}
