import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon, type Tone } from "./icon.tsx";

type NeedRowProps = {
  icon?: LucideIcon;
  tone?: Tone;
  name: ReactNode;
  /** Small words at the right of the name: "talk 4 d ago". */
  end?: ReactNode;
  /** Why this person is here, in words. */
  reason: ReactNode;
  detail?: ReactNode;
  /** Workplace, small ribbon, marks. */
  meta?: ReactNode;
  /** The one deed. */
  step?: ReactNode;
};

/** One person of the staff list on phones and tablets: name, reason, step under each other. */
export function NeedRow({ icon, tone, name, end, reason, detail, meta, step }: NeedRowProps) {
  return (
    <li className="needrow">
      {icon && <Icon of={icon} tone={tone} />}
      <div className="need-body">
        <div>
          <span className="need-name">
            <b>{name}</b>
            {end && <span className="small nowrap muted">{end}</span>}
          </span>
          <span className="need-reason">{reason}</span>
          {detail && <span className="sub">{detail}</span>}
        </div>
        {meta && <div className="need-meta">{meta}</div>}
        {step && <div className="need-step">{step}</div>}
      </div>
    </li>
  );
}
