import { type ReactNode, useId } from "react";

/** One kind of component: its name at the left, its states at the right. */
export function GallerySection({
  title,
  wide,
  children,
}: {
  title: string;
  /** Under its name, from edge to edge of the page. */
  wide?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      className={wide ? "gallery-section gallery-wide" : "gallery-section"}
      aria-labelledby={id}
    >
      <h2 id={id}>{title}</h2>
      <div className="stack">{children}</div>
    </section>
  );
}
