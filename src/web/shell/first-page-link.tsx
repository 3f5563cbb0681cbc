import { m } from "#messages/web";
import { useMe } from "#web/session.ts";
import { ButtonLink } from "#web/ui/button-link.tsx";

/** The step that is always possible: to one's own first page, or the page anyone may read. */
export function FirstPageLink({ kind = "primary" }: { kind?: "primary" | "quiet" }) {
  const me = useMe();
  return (
    <ButtonLink kind={kind} block href={me ? "/today" : "/"}>
      {m.shell_first_page()}
    </ButtonLink>
  );
}
