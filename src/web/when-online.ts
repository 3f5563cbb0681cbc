import { useEffect, useEffectEvent } from "react";

/** Runs when the page opens, and whenever the network is back. */
export function useWhenOnline(run: () => Promise<void>): void {
  const runAgain = useEffectEvent(() => void run());
  useEffect(() => {
    const online = () => runAgain();
    online();
    addEventListener("online", online);
    return () => removeEventListener("online", online);
  }, []);
}
