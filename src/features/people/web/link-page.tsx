import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { followLanguage } from "#web/i18n/language.ts";
import { isPassing } from "#web/problem.ts";
import { call } from "#web/request.ts";
import { isDemo } from "#web/session.ts";
import { useCollege } from "#web/shell/bar-state.ts";
import { WaitingPage } from "#web/shell/waiting-page.tsx";
import type { lookAtLink } from "../people.contract.ts";
import { LinkFace } from "./link-face.tsx";

/** Most links are open: what to do about the others comes when it is needed. */
const ClosedLink = lazy(() =>
  import("./closed-link.tsx").then((file) => ({ default: file.ClosedLink })),
);

/**
 * The landing page of a personal link. Looking changes nothing, whoever looks: a mail scanner too.
 * Only the tap opens a session, and it says who acts on this device (product.md §3).
 */
export function LinkPage({ token }: { token: string }) {
  const { data: face, error } = useQuery({
    queryKey: ["/api/links/look", token],
    queryFn: ({ signal }) =>
      call<typeof lookAtLink>({
        method: "POST",
        path: "/api/links/look",
        body: { token },
        signal,
        asked: faceAhead(),
      }),
    throwOnError: isPassing,
    staleTime: 60_000,
  });
  useCollege(face?.providerName);
  useEffect(() => {
    if (face && !isDemo()) followLanguage(face.language);
  }, [face]);
  if (face) return <LinkFace token={token} face={face} />;
  if (error === null) return <WaitingPage />;
  return (
    <Suspense fallback={<WaitingPage />}>
      <ClosedLink token={token} error={error} />
    </Suspense>
  );
}

declare global {
  var linkFaceAhead: Promise<Response> | undefined;
}

/** The answer to the question that ahead.js asked for this address; an answer is read once. */
function faceAhead(): Promise<Response> | undefined {
  const asked = globalThis.linkFaceAhead;
  globalThis.linkFaceAhead = undefined;
  return asked;
}
