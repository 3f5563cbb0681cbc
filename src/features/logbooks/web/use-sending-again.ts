import { useEffect, useRef } from "react";

const TRY_AGAIN_MS = 20_000;

/**
 * Sends what waits: at once when the page is opened with it, when the network is back, and every twenty
 * seconds while nobody answers.
 */
export function useSendingAgain(waits: boolean, send: () => void): void {
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  const onOpening = useRef(waits);
  useEffect(() => {
    if (!waits) return;
    const again = () => latest.current();
    if (onOpening.current) again();
    onOpening.current = false;
    addEventListener("online", again);
    const timer = setInterval(again, TRY_AGAIN_MS);
    return () => {
      removeEventListener("online", again);
      clearInterval(timer);
    };
  }, [waits]);
}
