import { useRouter } from "@tanstack/react-router";
import { useCallback } from "react";

/** Goes to an address of ours after a deed; `instead` leaves no step back to the page one comes from. */
export function useGo(): (href: string, how?: { instead: boolean }) => void {
  const { history } = useRouter();
  return useCallback(
    (href, how) => (how?.instead ? history.replace(href) : history.push(href)),
    [history],
  );
}
