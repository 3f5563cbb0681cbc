import { asApp } from "#server/database/database.ts";
import { edge } from "#server/deed.ts";
import { providersOf } from "#shared/actor.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { readAgreementPaper } from "../agreement.contract.ts";
import { findAgreement } from "./agreement.queries.ts";
import { findPaper } from "./paper.queries.ts";

/** The sealed PDF for whoever may read the agreement; no cache keeps a copy. */
export const readAgreementPaperRoute = edge(
  readAgreementPaper,
  async ({ house, actor, reply }, { params }) => {
    if (actor === null) return refuse("not_found");
    const sight = { personId: actor.personId, providerIds: providersOf(actor) };
    const found = await asApp(house.db, sight, async (tx) => {
      const agreement = await findAgreement(tx, actor, params.agreementId);
      if (agreement === undefined) return undefined;
      return { agreement, paper: await findPaper(tx, agreement) };
    });
    if (found === undefined) return refuse("not_found");
    if (found.paper === undefined) return refuse("paper_not_yet", { state: found.agreement.state });
    reply.headers({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${fileNameOf(found.agreement)}"`,
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    });
    return accept(found.paper.bytes);
  },
);

/** "agreement-2026-11-23-3f2a91c0.pdf": the day it was completed and the text's hash, nobody's name. */
export function fileNameOf({
  completed_at,
  text_hash,
}: {
  readonly completed_at: string | null;
  readonly text_hash: string;
}): string {
  return `agreement-${(completed_at ?? "").slice(0, 10)}-${text_hash.slice(0, 8)}.pdf`;
}
