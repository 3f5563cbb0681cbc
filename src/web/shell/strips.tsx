import { CloudOff, FlaskConical } from "lucide-react";
import { m } from "#messages/web";
import { isDemo, type Me } from "#web/session.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Link } from "#web/ui/link.tsx";
import { useOnline } from "./online.ts";

/** In the demo, on every page: nothing is real, and one press makes the visitor somebody else. */
export function DemoStrip({ me }: { me: Me | null | undefined }) {
  if (!isDemo()) return null;
  return (
    <aside className="strip" aria-label={m.shell_demo()}>
      <Icon of={FlaskConical} />
      <span className="grow">
        <b>{m.shell_demo_lead()}</b> {me ? m.shell_demo_short() : m.shell_demo_rest()}
      </span>
      {me && <Link href="/demo">{m.shell_demo_change()}</Link>}
    </aside>
  );
}

/** Appears when the network goes; being a status it is also read. */
export function OfflineStrip() {
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <div className="strip">
          <Icon of={CloudOff} />
          <span className="grow">
            <b>{m.shell_offline_lead()}</b> {m.shell_offline_rest()}
          </span>
        </div>
      )}
    </div>
  );
}
