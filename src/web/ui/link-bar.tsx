import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "./button-link.tsx";
import { Link } from "./link.tsx";
import { Logo } from "./logo.tsx";

type LinkBarProps = {
  /** The college whose page this is. */
  college: string;
  /** Where a press on the name leads; without it the name only stands there. */
  home?: string | undefined;
  languageSwitch: ReactNode;
  /** Instead of the name: back to the page this one belongs to. */
  back?: { href: string; label: string } | undefined;
  menu?: ReactNode;
};

/** The bar of tutors and students: the name of the college, three languages, nothing else. */
export function LinkBar({ college, home, languageSwitch, back, menu }: LinkBarProps) {
  return (
    <header className="linkbar">
      {back ? (
        <span className="linkbar-back">
          <ButtonLink kind="quiet" icon={ChevronLeft} href={back.href}>
            {back.label}
          </ButtonLink>
        </span>
      ) : (
        <CollegeName college={college} home={home} />
      )}
      <span className="linkbar-end">
        {languageSwitch}
        {menu}
      </span>
    </header>
  );
}

function CollegeName({ college, home }: { college: string; home: string | undefined }) {
  const content = (
    <>
      <Logo quiet />
      <span>{college}</span>
    </>
  );
  if (home === undefined) return <span className="logo">{content}</span>;
  return (
    <Link className="logo" href={home}>
      {content}
    </Link>
  );
}
