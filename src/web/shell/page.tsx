import type { ReactNode } from "react";
import { PhonePage } from "#web/ui/phone-page.tsx";

type PageProps = {
  /**
   * phone: one column of 480 px, for pages that ask one question. staff: the whole width in desk
   * density, without padding of its own. public: 68 rem, for pages anyone may read.
   */
  frame: "phone" | "staff" | "public";
  children: ReactNode;
  /** phone only: the answer to the page's one question, at the bottom of the screen. */
  answer?: ReactNode;
  className?: string;
};

/** The part of the screen that is a page's own; the shell draws the bars around it. Holds one h1. */
export function Page({ frame, children, answer, className }: PageProps) {
  if (frame === "phone") {
    return (
      <PhonePage answer={answer} {...(className ? { className } : {})}>
        {children}
      </PhonePage>
    );
  }
  const dense = frame === "staff" ? { "data-density": "dense" } : {};
  const classes = [frame === "public" ? "pub" : "desk", className].filter(Boolean).join(" ");
  return (
    <main id="main" className={classes} {...dense}>
      {children}
    </main>
  );
}
