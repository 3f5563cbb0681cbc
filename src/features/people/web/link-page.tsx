import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { m } from "#messages/web";
import { followLanguage } from "#web/i18n/language.ts";
import { isPassing, Problem } from "#web/problem.ts";
import { call } from "#web/request.ts";
import { isDemo } from "#web/session.ts";
import { useCollege } from "#web/shell/bar-state.ts";
import { NotFoundPage } from "#web/shell/edge-pages.tsx";
import { WaitingPage } from "#web/shell/waiting-page.tsx";
import { EdgePage } from "#web/ui/edge-page.tsx";
import type { lookAtLink } from "../people.contract.ts";
import { LinkFace } from "./link-face.tsx";
import { OldLinkPage } from "./old-link-page.tsx";

/**
 * The landing page of a personal link. Looking changes nothing, whoever looks: a mail scanner too.
 * Only the tap opens a session, and it says who acts on this device (product.md §3).
 */
export function LinkPage({ token }: { token: string }) {
  const { data: face, error } = useQuery({
    queryKey: ["/api/links/look", token],
    queryFn: ({ signal }) =>
      call<typeof lookAtLink>({ method: "POST", path: "/api/links/look", body: { token }, signal }),
    throwOnError: isPassing,
    staleTime: 60_000,
  });
  useCollege(face?.providerName);
  useEffect(() => {
    if (face && !isDemo()) followLanguage(face.language);
  }, [face]);
  if (face) return <LinkFace token={token} face={face} />;
  if (error === null) return <WaitingPage />;
  return <ClosedLink token={token} error={error} />;
}

function ClosedLink({ token, error }: { token: string; error: unknown }) {
  const code = error instanceof Problem ? error.code : "";
  if (code === "link_expired") return <OldLinkPage token={token} />;
  if (code === "link_revoked") {
    return (
      <EdgePage picture="empty" title={m.people_link_revoked_title()} step={null}>
        <p>{m.people_link_revoked_text()}</p>
      </EdgePage>
    );
  }
  return <NotFoundPage />;
}
