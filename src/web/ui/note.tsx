import { Check, Hourglass, Info, type LucideIcon, OctagonAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

export type NoteKind = "info" | "wait" | "stop" | "ok";

const ICONS: Record<NoteKind, LucideIcon> = {
  info: Info,
  wait: Hourglass,
  stop: OctagonAlert,
  ok: Check,
};

type NoteProps = {
  kind?: NoteKind;
  /** The bold first words. */
  lead?: ReactNode;
  children?: ReactNode;
  /** One step, under the words. */
  action?: ReactNode;
  /** alert: it appeared because of what the person just did and must be read at once. */
  role?: "status" | "alert";
};

/** A notice: icon, bold lead, one step. It has no close cross. */
export function Note({ kind = "info", lead, children, action, role }: NoteProps) {
  return (
    <div className={kind === "info" ? "note" : `note note-${kind}`} role={role}>
      <Icon of={ICONS[kind]} />
      <div className="grow">
        {lead && <b>{lead}</b>} {children}
        {action && <span className="note-step">{action}</span>}
      </div>
    </div>
  );
}
