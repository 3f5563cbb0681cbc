import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon, type Tone } from "./icon.tsx";

/** Rows straight on the paper. */
export function Rows({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className="rows" aria-label={label}>
      {children}
    </ul>
  );
}

type RowProps = {
  icon?: LucideIcon;
  tone?: Tone;
  /** A second, smaller line. */
  sub?: ReactNode;
  /** One mark or one deed at the right. */
  end?: ReactNode;
  children: ReactNode;
};

export function Row({ icon, tone, sub, end, children }: RowProps) {
  return (
    <li className={icon ? "i" : undefined}>
      {icon && <Icon of={icon} tone={tone} />}
      <div>
        {children}
        {sub && <span className="sub">{sub}</span>}
      </div>
      {end && <div className="row-end">{end}</div>}
    </li>
  );
}
