import { ArrowUp, CircleCheck, Smartphone } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages/web";
import { clock } from "./format.ts";
import { Icon } from "./icon.tsx";

type SyncState = "here" | "sending" | "safe";

const ICONS = { here: Smartphone, sending: ArrowUp, safe: CircleCheck } as const;

type SyncRowProps = {
  what: ReactNode;
  detail?: ReactNode;
  state: SyncState;
  /** When it was received: an instant. */
  at?: string | undefined;
};

/** Where one's text is: on this phone, sending, safe. Words always. Stands in a Sheet. */
export function SyncRow({ what, detail, state, at }: SyncRowProps) {
  const tone = state === "safe" ? "spruce" : "birch";
  return (
    <li className="cell sync">
      <Icon of={ICONS[state]} tone={tone} />
      <span>
        {what}
        {detail && <span className="sub">{detail}</span>}
      </span>
      <span className={`sync-state c-${tone}`}>{syncWords(state, at)}</span>
    </li>
  );
}

/** "On this phone", "Sending", "Safe 15:12" */
export function syncWords(state: SyncState, at?: string): string {
  if (state === "here") return m.ui_sync_here();
  if (state === "sending") return m.ui_sync_sending();
  return at ? m.ui_sync_safe_at({ time: clock(at) }) : m.ui_sync_safe();
}
