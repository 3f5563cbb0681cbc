import type { LucideIcon } from "lucide-react";

export type Tone = "ling" | "birch" | "sky" | "spruce";

type IconProps = {
  /** The Lucide icon itself, imported where it is used: only used icons are shipped. */
  of: LucideIcon;
  /** m: 20 px in text (default), s: 16 px, l: 28 px. */
  size?: "s" | "m" | "l";
  tone?: Tone | undefined;
  /** Only for an icon that stands without a word. */
  label?: string;
};

/** A line icon, 1.75 stroke. Hidden from readers unless it has a label. */
export function Icon({ of: Shape, size = "m", tone, label }: IconProps) {
  const classes = ["icon"];
  if (size !== "m") classes.push(`icon-${size}`);
  if (tone) classes.push(`c-${tone}`);
  const spoken = label ? ({ role: "img", "aria-label": label } as const) : { "aria-hidden": true };
  return <Shape className={classes.join(" ")} strokeWidth={1.75} {...spoken} />;
}
