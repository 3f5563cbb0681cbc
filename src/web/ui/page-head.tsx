import type { ReactNode } from "react";

type PageHeadProps = {
  /** The h1; the shell moves focus to it after navigation and sets the page title from it. */
  title: string;
  /** The small line above. */
  crumb?: ReactNode;
  /** One sentence below. */
  detail?: ReactNode;
  /** A fact beside the title. */
  badge?: ReactNode;
  /** The day, a deed: at the right end of the title. */
  end?: ReactNode;
  /** No padding of its own: inside a phone page. */
  bare?: boolean;
};

/** The head of every page; keeps the one h1. */
export function PageHead({ title, crumb, detail, badge, end, bare }: PageHeadProps) {
  return (
    <div className={bare ? undefined : "phead"}>
      {crumb && <p className="crumb">{crumb}</p>}
      <div className="phead-line">
        <h1 id="page-title" tabIndex={-1}>
          {title}
        </h1>
        {badge}
        {end}
      </div>
      {detail && <p className="muted">{detail}</p>}
    </div>
  );
}
