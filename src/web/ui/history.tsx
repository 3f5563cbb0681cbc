import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

export type HistoryLine = {
  key: string;
  /** When, in words. */
  at: string;
  icon: LucideIcon;
  /** Who did what to which version. */
  text: ReactNode;
  end?: ReactNode;
};

/** What happened, newest first; all parties read the same list. */
export function History({ items }: { items: readonly HistoryLine[] }) {
  return (
    <ol className="hist">
      {items.map((line) => (
        <li key={line.key}>
          <span className="hist-at">{line.at}</span>
          <Icon of={line.icon} />
          <span className="hist-what">{line.text}</span>
          {line.end}
        </li>
      ))}
    </ol>
  );
}
