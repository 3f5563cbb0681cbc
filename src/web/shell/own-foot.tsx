import { LogOut } from "lucide-react";
import { m } from "#messages/web";
import type { Me } from "#web/session.ts";
import { Button } from "#web/ui/button.tsx";
import { Link } from "#web/ui/link.tsx";
import { ThemeChoice } from "./theme-choice.tsx";

/** Under the page of a student or tutor: who is here, light or dark, and the way out. */
export function OwnFoot({ me, onSignOut }: { me: Me; onSignOut: () => void }) {
  return (
    <footer className="own-foot">
      <ThemeChoice />
      <div className="row between own-foot-row">
        <span>{me.actingName ?? `${me.givenName} ${me.familyName}`}</span>
        <Link href="/calendar">{m.calendar_menu()}</Link>
        <Button kind="quiet" icon={LogOut} onClick={onSignOut}>
          {me.means === "link" ? m.shell_close_link() : m.shell_sign_out()}
        </Button>
      </div>
    </footer>
  );
}
