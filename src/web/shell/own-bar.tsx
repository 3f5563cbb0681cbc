import { useLocation } from "@tanstack/react-router";
import { CalendarDays, LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages/web";
import type { Me } from "#web/session.ts";
import { Button } from "#web/ui/button.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { StaffBar } from "#web/ui/staff-bar.tsx";
import { staffItems } from "./staff-items.ts";
import { ThemeChoice } from "./theme-choice.tsx";

type OwnBarProps = { me: Me; languageSwitch: ReactNode; onSignOut: () => void };

/** The bar of staff: the words of what they may open, and under their name theme and way out. */
export function OwnBar({ me, languageSwitch, onSignOut }: OwnBarProps) {
  const { pathname } = useLocation();
  const items = staffItems(me, pathname);
  return (
    <StaffBar
      home="/today"
      items={items}
      pageName={items.find((item) => item.current)?.label ?? "Kisälli"}
      languageSwitch={languageSwitch}
      personName={`${me.givenName} ${me.familyName}`}
      personMenu={
        <>
          <ThemeChoice />
          <ButtonLink icon={CalendarDays} block href="/calendar">
            {m.calendar_menu()}
          </ButtonLink>
          <Button icon={LogOut} block onClick={onSignOut}>
            {m.shell_sign_out()}
          </Button>
        </>
      }
    />
  );
}
