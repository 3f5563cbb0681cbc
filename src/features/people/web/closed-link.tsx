import { m } from "#messages/web";
import { Problem } from "#web/problem.ts";
import { NotFoundPage } from "#web/shell/edge-pages.tsx";
import { EdgePage } from "#web/ui/edge-page.tsx";
import { OldLinkPage } from "./old-link-page.tsx";

/** A link that does not open: too old (a new one can be sent), closed, or never ours. */
export function ClosedLink({ token, error }: { token: string; error: unknown }) {
  const code = error instanceof Problem ? error.code : "";
  if (code === "link_expired") return <OldLinkPage token={token} />;
  if (code !== "link_revoked") return <NotFoundPage />;
  return (
    <EdgePage picture="empty" title={m.people_link_revoked_title()} step={null}>
      <p>{m.people_link_revoked_text()}</p>
    </EdgePage>
  );
}
