import { Check, Hourglass, Info, type LucideIcon, OctagonAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

type BadgeKind = "plain" | "ok" | "wait" | "stop" | "info";

const ICONS: Record<BadgeKind, LucideIcon | null> = {
  plain: null,
  ok: Check,
  wait: Hourglass,
  stop: OctagonAlert,
  info: Info,
};

/** A fact about a row in one to three words; not something to press. icon null = none. */
export function Badge({
  kind = "plain",
  icon = ICONS[kind],
  children,
}: {
  kind?: BadgeKind;
  icon?: LucideIcon | null;
  children: ReactNode;
}) {
  return (
    <span className={kind === "plain" ? "badge" : `badge badge-${kind}`}>
      {icon && <Icon of={icon} />}
      {children}
    </span>
  );
}
