import type { ReactNode } from "react";

type CardProps = {
  as?: "section" | "div" | "article" | "aside";
  /** The one thing that is asked now: a spruce border. */
  asked?: boolean;
  label?: string;
  className?: string;
  children: ReactNode;
};

/** A thing one can act on or hold as one. Plain text and lists lie straight on the paper instead. */
export function Card({ as: Box = "div", asked, label, className = "stack", children }: CardProps) {
  return (
    <Box className={`card ${asked ? "card-asked " : ""}${className}`} aria-label={label}>
      {children}
    </Box>
  );
}
