import { DoorOpen } from "lucide-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { m } from "#messages/web";
import { Icon } from "#web/ui/icon.tsx";

const TWICE_WITHIN = 1_000;

/** Away at once: the day page takes this page's place, also in the way back. Esc twice does the same. */
export function QuickExit() {
  const last = useRef(0);
  const leave = useEffectEvent(() => {
    document.body.replaceChildren();
    location.replace("/today");
  });
  useEffect(() => {
    const press = ({ key, timeStamp }: KeyboardEvent) => {
      if (key !== "Escape") return;
      if (timeStamp - last.current < TWICE_WITHIN) leave();
      last.current = timeStamp;
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  return (
    <div className="quick-exit">
      <span>{m.safety_somebody_looking()}</span>
      <a
        href="/today"
        onClick={(event) => {
          event.preventDefault();
          document.body.replaceChildren();
          location.replace("/today");
        }}
      >
        <Icon of={DoorOpen} /> {m.safety_show_day()}
      </a>
    </div>
  );
}
