import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/**
 * Keeps the document's title equal to the page's h1, and moves focus to the h1 after navigation, when
 * it has come (pages and their data arrive later) and the reader has not begun something else.
 */
export function useHeading(): void {
  const router = useRouter();
  useEffect(() => {
    let waiting = false;
    const look = () => {
      const heading = document.querySelector<HTMLElement>("main h1");
      if (!heading) return;
      const title = `${heading.textContent} – Kisälli`;
      if (document.title !== title) document.title = title;
      if (!waiting) return;
      waiting = false;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    };
    const leave = () => {
      waiting = false;
    };
    const stopListening = router.subscribe("onRendered", ({ pathChanged, fromLocation }) => {
      waiting = pathChanged && fromLocation !== undefined;
      look();
    });
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    document.addEventListener("pointerdown", leave);
    document.addEventListener("keydown", leave);
    look();
    return () => {
      stopListening();
      observer.disconnect();
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("keydown", leave);
    };
  }, [router]);
}
