/** As a ref: what has just come because the reader pressed something is where they go on. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}

/** The same where it may have come below the edge of the screen: the page follows. */
export function comeIntoView(element: HTMLElement | null): void {
  element?.focus();
}
