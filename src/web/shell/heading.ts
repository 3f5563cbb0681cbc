import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

type Heading = { readonly element: HTMLElement | null; readonly text: string };

/**
 * Keeps the document's title equal to the page's h1, and moves focus to the h1 after navigation, when
 * it has come (pages and their data arrive later) and the reader has not begun something else. The
 * same when a page takes the place of another at one address and what had the focus is gone.
 */
export function useHeading(): void {
  const router = useRouter();
  useEffect(() => {
    /** The heading of the page that is being left; null when no navigation is under way. */
    let left: Heading | null = null;
    let shown: HTMLElement | null = null;
    const look = () => {
      const { element, text } = headingNow();
      if (element === null) return;
      const title = `${text} – Kisälli`;
      if (document.title !== title) document.title = title;
      // The old page may stand until the new one is ready.
      const arrived = left !== null && (left.element !== element || left.text !== text);
      const replaced = shown !== null && shown !== element;
      shown = element;
      if (!arrived && !(replaced && document.activeElement === document.body)) return;
      left = null;
      element.tabIndex = -1;
      element.focus({ preventScroll: true });
    };
    const begin = () => {
      left = null;
    };
    const stopListening = router.subscribe("onBeforeNavigate", ({ pathChanged, fromLocation }) => {
      if (pathChanged && fromLocation !== undefined) left = headingNow();
    });
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    document.addEventListener("pointerdown", begin);
    document.addEventListener("keydown", begin);
    look();
    return () => {
      stopListening();
      observer.disconnect();
      document.removeEventListener("pointerdown", begin);
      document.removeEventListener("keydown", begin);
    };
  }, [router]);
}

function headingNow(): Heading {
  const element = document.querySelector<HTMLElement>("main h1");
  return { element, text: element?.textContent ?? "" };
}
