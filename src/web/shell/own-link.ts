const KEY = "kisalli-link";

/**
 * The address of the personal link opened in this tab, so that "Not me" can lead back to its landing
 * page. It ends with the tab; a later visit goes by the link in the message again.
 */
export function rememberLink(token: string): void {
  sessionStorage.setItem(KEY, token);
}

export function ownLink(): string | undefined {
  const token = sessionStorage.getItem(KEY);
  return token === null ? undefined : `/l/${token}`;
}
