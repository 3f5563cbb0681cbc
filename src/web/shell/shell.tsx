import { useLocation } from "@tanstack/react-router";
import { CircleUserRound } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages/web";
import type { Language } from "#shared/language.ts";
import { textOf, useLanguage } from "#web/i18n/language.ts";
import { isStaff, type Me, useMe } from "#web/session.ts";
import { LanguageSwitch } from "#web/ui/language-switch.tsx";
import { LinkBar } from "#web/ui/link-bar.tsx";
import { MenuButton } from "#web/ui/menu-button.tsx";
import { SkipLink } from "#web/ui/skip-link.tsx";
import { StaffBar } from "#web/ui/staff-bar.tsx";
import { useBarState } from "./bar-state.ts";
import { useHeading } from "./heading.ts";
import { PersonMenu } from "./person-menu.tsx";
import { staffItems } from "./staff-items.ts";
import { DemoStrip, OfflineStrip } from "./strips.tsx";

type ShellProps = {
  children: ReactNode;
  onLanguage: (language: Language) => void;
  onSignOut: () => void;
};

/** Everything around a page: the same bar stays while pages change under it. */
export function Shell({ children, onLanguage, onSignOut }: ShellProps) {
  const language = useLanguage();
  const me = useMe();
  useHeading();
  const frame = {
    languageSwitch: <LanguageSwitch current={language} onChoose={onLanguage} />,
    personMenu: <PersonMenu onSignOut={onSignOut} />,
  };
  return (
    <div className="shell">
      <SkipLink />
      <DemoStrip me={me} />
      <OfflineStrip />
      {me === undefined && <div className="bar-to-come" />}
      {me !== undefined && (isStaff(me) ? <Staff {...frame} /> : <Plain {...frame} />)}
      {children}
    </div>
  );
}

type BarProps = { languageSwitch: ReactNode; personMenu: ReactNode };

function Staff(props: BarProps) {
  const me = useMe();
  const { pathname } = useLocation();
  const items = staffItems(me, pathname);
  const current = items.find((item) => item.current);
  return (
    <StaffBar
      {...props}
      home="/today"
      items={items}
      pageName={current?.label ?? "Kisälli"}
      personName={fullName(me)}
    />
  );
}

function Plain({ languageSwitch, personMenu }: BarProps) {
  const me = useMe();
  const { college, back } = useBarState();
  // Who came by a personal link has nothing to manage: the bar stays as small as it can be.
  const menu = me && me.means !== "link" && (
    <MenuButton icon={CircleUserRound} label={<span className="vh">{m.shell_own()}</span>}>
      <b>{fullName(me)}</b>
      {personMenu}
    </MenuButton>
  );
  return (
    <LinkBar
      college={textOf(college ?? onlyCollege(me)) || "Kisälli"}
      home={me ? "/today" : "/"}
      languageSwitch={languageSwitch}
      back={back}
      menu={menu}
    />
  );
}

function fullName(me: Me | null | undefined): string {
  if (!me) return "";
  return me.actingName ?? `${me.givenName} ${me.familyName}`;
}

/** The name on the bar when all of the person's work is with one college. */
function onlyCollege(me: Me | null | undefined) {
  const [first, ...others] = me?.memberships ?? [];
  const isOnly = others.every(({ providerId }) => providerId === first?.providerId);
  return isOnly ? first?.providerName : undefined;
}
