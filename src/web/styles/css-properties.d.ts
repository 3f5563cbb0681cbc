import "react";

/** Our own custom properties may stand in a style attribute: style={{ "--weeks": 10 }}. */
declare module "react" {
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
