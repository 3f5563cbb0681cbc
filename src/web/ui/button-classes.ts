export type ButtonLook = {
  /** One primary per view. */
  kind?: "primary" | "second" | "quiet" | "danger" | "voice" | undefined;
  /** tall: the main deed of a panel on dense pages; big: the answer of a phone page. */
  size?: "normal" | "tall" | "big" | undefined;
  block?: boolean | undefined;
};

/** The classes of a button or of a link that looks like one. */
export function buttonClasses({ kind = "second", size = "normal", block }: ButtonLook): string {
  const classes = ["btn"];
  if (kind !== "second") classes.push(`btn-${kind}`);
  if (size !== "normal") classes.push(`btn-${size}`);
  if (block) classes.push("btn-block");
  return classes.join(" ");
}
