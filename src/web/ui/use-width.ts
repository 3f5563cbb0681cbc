import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** The width of an element in px, kept current; `before` until it is first drawn. */
export function useWidth<E extends Element>(before: number): [RefObject<E | null>, number] {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(before);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth || before));
    observer.observe(element);
    setWidth(element.clientWidth || before);
    return () => observer.disconnect();
  }, [before]);
  return [ref, width];
}
