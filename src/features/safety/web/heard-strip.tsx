import { useQuery } from "@tanstack/react-query";
import { MessageCircleHeart } from "lucide-react";
import { m } from "#messages/web";
import { Icon } from "#web/ui/icon.tsx";
import { Link } from "#web/ui/link.tsx";
import { useTopics, viewOptions } from "#web/view.ts";
import type { listHeard } from "../safety.contract.ts";
import { HEARD_PATH } from "./safety-view.ts";

/** Somebody has trusted the reader with something that waits: how many, never what or who. */
export function HeardStrip({ personId }: { personId: string }) {
  const topics = [`person:${personId}`];
  useTopics(topics);
  const { data } = useQuery({
    ...viewOptions<typeof listHeard>({ path: HEARD_PATH }, topics),
    throwOnError: false,
    retry: false,
  });
  const waiting = data?.reports.filter(({ state }) => state === "told").length ?? 0;
  if (waiting === 0) return null;
  return (
    <div className="place-strip" role="status">
      <Icon of={MessageCircleHeart} />
      <span>{m.safety_waits({ count: waiting })}</span>
      <Link href="/safety/heard">{m.safety_open()}</Link>
    </div>
  );
}
