import { useRouter } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, MouseEvent, Ref } from "react";

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string;
  ref?: Ref<HTMLAnchorElement>;
};

/**
 * The one link. Inside the router a plain press goes through its history without a reload; other
 * sites, phone numbers, downloads, new tabs and modified presses stay the browser's.
 */
export function Link({ href, onClick, ...rest }: LinkProps) {
  const router = useRouter({ warn: false });
  const press = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || !router || !isInside(href) || !isPlainPress(event)) return;
    event.preventDefault();
    router.history.push(href);
  };
  return <a href={href} onClick={press} {...rest} />;
}

function isInside(href: string): boolean {
  return href.startsWith("/") && !href.startsWith("//") && !href.startsWith("/api/");
}

function isPlainPress(event: MouseEvent<HTMLAnchorElement>): boolean {
  const { target, download } = event.currentTarget;
  if (event.button !== 0 || download || (target && target !== "_self")) return false;
  return !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
}
