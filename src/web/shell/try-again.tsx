import { useEffect, useRef, useState } from "react";
import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";

const PAUSE_SECONDS = 30;

/** Tries by itself after half a minute and as soon as the network is back; a press tries now. */
export function TryAgain({ onAgain }: { onAgain: () => void }) {
  const [left, setLeft] = useState(PAUSE_SECONDS);
  const again = useRef(onAgain);
  useEffect(() => {
    again.current = onAgain;
  });
  useEffect(() => {
    const timer = setTimeout(() => {
      if (left === 1) again.current();
      setLeft(left === 1 ? PAUSE_SECONDS : left - 1);
    }, 1_000);
    return () => clearTimeout(timer);
  }, [left]);
  useEffect(() => {
    const comeBack = () => again.current();
    addEventListener("online", comeBack);
    return () => removeEventListener("online", comeBack);
  }, []);
  return (
    <>
      <p className="note note-wait" role="timer" aria-live="off">
        <span className="grow">
          {m.shell_again_in()} <b>{m.shell_seconds({ count: left })}</b>
        </span>
      </p>
      <Button kind="primary" block onClick={onAgain}>
        {m.shell_again_now()}
      </Button>
    </>
  );
}
