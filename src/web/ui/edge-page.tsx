import type { ReactNode } from "react";
import { m } from "#messages/web";
import { COLLEGE_BOARD, WORKPLACE_BOARD } from "./logo.tsx";
import { PhonePage } from "./phone-page.tsx";

/** open: not here; empty: too old; apart: kept from you, or no network; whole: all is well, wait. */
export type EdgePicture = "open" | "empty" | "apart" | "whole";

type EdgePageProps = {
  picture: EdgePicture;
  title: string;
  /** What happened, and that nothing is lost. */
  children?: ReactNode;
  /** One step. */
  step: ReactNode;
  /** Sections below: what else helps. */
  more?: ReactNode;
  /** The request number to say on the phone. */
  number?: string | undefined;
  bar?: ReactNode;
};

/** A page for when something is in the way: the joint, one sentence, one step. */
export function EdgePage({ picture, title, children, step, more, number, bar }: EdgePageProps) {
  return (
    <PhonePage bar={bar} className="stack-8 edge">
      <section className="stack">
        <EdgeJoint picture={picture} />
        <h1 id="page-title" tabIndex={-1}>
          {title}
        </h1>
        {children}
      </section>
      <section className="stack-3">{step}</section>
      {more}
      {number && <p className="small muted">{m.ui_say_number({ number })}</p>}
    </PhonePage>
  );
}

/** The joint as a picture: what is missing is drawn dashed. */
export function EdgeJoint({ picture }: { picture: EdgePicture }) {
  const college = picture === "empty" ? "g" : "a";
  const workplace = picture === "open" ? "g" : "b";
  return (
    <svg
      className="edge-picture"
      viewBox={picture === "apart" ? "-1 -1 50 59" : "-1 -1 50 50"}
      aria-hidden="true"
    >
      <path className={college} d={COLLEGE_BOARD} />
      <path
        className={workplace}
        d={WORKPLACE_BOARD}
        transform={picture === "apart" ? "translate(0 9)" : undefined}
      />
    </svg>
  );
}
