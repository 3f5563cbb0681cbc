import { type ReactNode, useId } from "react";

type SectionProps = {
  title: ReactNode;
  /** Small words or one quiet deed at the right end of the title. */
  end?: ReactNode;
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
};

/** A part of a page, named by its heading. */
export function Section({ title, end, level = 2, className, children }: SectionProps) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section aria-labelledby={id} className={className}>
      <div className="sech">
        <Heading id={id}>{title}</Heading>
        {end && <div className="sech-end">{end}</div>}
      </div>
      {children}
    </section>
  );
}
