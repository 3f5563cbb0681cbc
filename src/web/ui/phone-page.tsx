import type { ReactNode } from "react";
import { m } from "#messages/web";

type PhonePageProps = {
  /** The link bar, with the offline strip above it. */
  bar?: ReactNode;
  children: ReactNode;
  /** The answer to the page's one question; stays at the bottom of the screen. */
  answer?: ReactNode;
  className?: string;
};

/** One column of at most 480 px; the landmark main is in it. */
export function PhonePage({ bar, children, answer, className = "stack-8" }: PhonePageProps) {
  return (
    <div className="phone">
      {bar}
      <main id="main" className={className}>
        {children}
      </main>
      {answer && (
        <section className="sticky" aria-label={m.ui_your_answer()}>
          {answer}
        </section>
      )}
    </div>
  );
}
