import { m } from "#messages/server";
import { asApp } from "#server/database/database.ts";
import { edge } from "#server/deed.ts";
import { writePaper } from "#server/pdf/write-paper.ts";
import { providersOf } from "#shared/actor.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { composeSample } from "../compose-sample.ts";
import { mayReadTemplates } from "../template.policy.ts";
import { readTemplateFile } from "../template-outline.contract.ts";
import { nameIn } from "../template-placeholders.ts";
import { SAMPLE_PROVIDER } from "../template-sample.ts";
import { templateStateOf } from "./template-state.ts";

/** To read on paper or to send to a lawyer: said to be a draft at its head and on each page, and not sealed. */
export const readTemplateFileRoute = edge(
  readTemplateFile,
  async ({ house, actor, reply }, { params, query: { language } }) => {
    const { providerId, basis } = params;
    if (actor === null || !mayReadTemplates(actor, providerId)) return refuse("not_found");
    const sight = { personId: actor.personId, providerIds: providersOf(actor) };
    const state = await asApp(house.db, sight, (tx) =>
      templateStateOf(tx, { provider_id: providerId, basis }),
    );
    const paper = composeSample(state.draft?.template ?? state.template, basis)[language];
    const mark = m.templates_file_mark({}, { locale: language });
    const marked = { ...paper, subtitle: `${mark} ${paper.subtitle ?? ""}`.trim() };
    const pdf = await writePaper(marked, {
      createdAt: house.clock.now(),
      author: nameIn(SAMPLE_PROVIDER.name, language),
      footer: `${mark} ${paper.title}`,
    });
    reply.headers({
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="draft-${basis}-${language}.pdf"`,
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    });
    return accept(pdf);
  },
);
