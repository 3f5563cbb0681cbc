/** The page one was on the way to before signing in ("?to=/placements/..."); only an address of ours. */
export function wantedPage(): string {
  const to = new URLSearchParams(location.search).get("to");
  return to !== null && /^\/(?![/\\])/.test(to) ? to : "/today";
}
