import { CloudOff, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

/** The ink strip at the top of the page: no network, demo. Never a modal. */
export function Strip({ icon = CloudOff, children }: { icon?: LucideIcon; children: ReactNode }) {
  return (
    <div className="strip" role="status">
      <Icon of={icon} />
      <span className="grow">{children}</span>
    </div>
  );
}
