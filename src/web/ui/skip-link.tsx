import { m } from "#messages/web";

/** The first thing the tab key finds; leads to <main id="main">. */
export function SkipLink() {
  return (
    <a className="skip" href="#main">
      {m.ui_skip()}
    </a>
  );
}
