import type { LucideIcon } from "lucide-react";
import { type ButtonLook, buttonClasses } from "./button-classes.ts";
import { Icon } from "./icon.tsx";
import { Link, type LinkProps } from "./link.tsx";

type ButtonLinkProps = LinkProps & ButtonLook & { icon?: LucideIcon | undefined };

/** A link that looks like a button: it opens something and changes nothing. */
export function ButtonLink(props: ButtonLinkProps) {
  const { kind, size, block, icon, className, children, ...rest } = props;
  const classes = [buttonClasses({ kind, size, block }), className].filter(Boolean).join(" ");
  return (
    <Link {...rest} className={classes}>
      {icon && <Icon of={icon} />}
      {children}
    </Link>
  );
}
