/** As a ref: what has just come because the reader pressed something is where they go on. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
