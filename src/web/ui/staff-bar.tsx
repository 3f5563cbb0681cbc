import { CircleUserRound, Menu, Search, X } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { m } from "#messages/web";
import { Button } from "./button.tsx";
import { ButtonLink } from "./button-link.tsx";
import { Link } from "./link.tsx";
import { Logo } from "./logo.tsx";
import { LogoWithWord } from "./logo-with-word.tsx";
import { MenuButton } from "./menu-button.tsx";

export type BarItem = { href: string; label: string; current?: boolean | undefined };

type StaffBarProps = {
  home: string;
  items: readonly BarItem[];
  /** The page, in words, for the small bar. */
  pageName: string;
  languageSwitch: ReactNode;
  find?: { href: string; label: string } | undefined;
  personName: string;
  /** Theme, sign out: under the person's name; in the small bar at the end of the menu. */
  personMenu: ReactNode;
};

/** 56 px, words, the current page underlined; under 900 px the page name and a menu. */
export function StaffBar(props: StaffBarProps) {
  return (
    <header>
      <WideBar {...props} />
      <SmallBar {...props} />
    </header>
  );
}

function WideBar({ home, items, languageSwitch, find, personName, personMenu }: StaffBarProps) {
  return (
    <div className="bar">
      <Link className="logo" href={home}>
        <LogoWithWord height={26} />
      </Link>
      <nav className="bar-nav" aria-label={m.ui_main_menu()}>
        <BarLinks items={items} />
      </nav>
      <span className="grow" />
      {find && (
        <ButtonLink kind="quiet" icon={Search} href={find.href}>
          {find.label}
        </ButtonLink>
      )}
      {languageSwitch}
      <MenuButton icon={CircleUserRound} label={personName}>
        {personMenu}
      </MenuButton>
    </div>
  );
}

function SmallBar(props: StaffBarProps) {
  const { home, items, pageName, languageSwitch, find, personName, personMenu } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="pbar">
        <Link className="logo" href={home}>
          <Logo />
          <span>{pageName}</span>
        </Link>
        <span className="grow" />
        {find && <ButtonLink kind="quiet" icon={Search} href={find.href} aria-label={find.label} />}
        <Button
          kind="quiet"
          icon={open ? X : Menu}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? m.ui_close() : m.ui_menu()}
        </Button>
      </div>
      <div className="pbar pbar-menu" id={id} hidden={!open}>
        <nav aria-label={m.ui_main_menu()} onClickCapture={() => setOpen(false)}>
          <BarLinks items={items} />
        </nav>
        {languageSwitch}
        <b>{personName}</b>
        {personMenu}
      </div>
    </>
  );
}

function BarLinks({ items }: { items: readonly BarItem[] }) {
  return items.map((item) => (
    <Link key={item.href} href={item.href} aria-current={item.current ? "page" : undefined}>
      {item.label}
    </Link>
  ));
}
