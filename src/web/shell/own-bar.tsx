import { useLocation } from "@tanstack/react-router";
import { CircleUserRound } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages/web";
import { isStaff, type Me } from "#web/session.ts";
import { MenuButton } from "#web/ui/menu-button.tsx";
import { StaffBar } from "#web/ui/staff-bar.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { PlainBar } from "./plain-bar.tsx";
import { staffItems } from "./staff-items.ts";

type OwnBarProps = { me: Me; languageSwitch: ReactNode; onSignOut: () => void };

/** The bar of somebody signed in for themselves: staff have words, students and tutors a menu. */
export function OwnBar({ me, languageSwitch, onSignOut }: OwnBarProps) {
  const { pathname } = useLocation();
  const name = `${me.givenName} ${me.familyName}`;
  const personMenu = <PersonMenu onSignOut={onSignOut} />;
  if (!isStaff(me)) {
    return (
      <PlainBar
        languageSwitch={languageSwitch}
        menu={
          <MenuButton icon={CircleUserRound} label={<span className="vh">{m.shell_own()}</span>}>
            <b>{name}</b>
            {personMenu}
          </MenuButton>
        }
      />
    );
  }
  const items = staffItems(me, pathname);
  return (
    <StaffBar
      home="/today"
      items={items}
      pageName={items.find((item) => item.current)?.label ?? "Kisälli"}
      languageSwitch={languageSwitch}
      personName={name}
      personMenu={personMenu}
    />
  );
}
