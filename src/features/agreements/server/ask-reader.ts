import { maskAddress } from "#features/people/people.ts";
import { siteAddress } from "#features/people/server/api.ts";
import { restEnds } from "#features/placements/placement.ts";
import { m } from "#messages/server";
import { type DeedContext, deed } from "#server/deed.ts";
import { isLanguage, type Language } from "#shared/language.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { askTemplateReader } from "../template-outline.contract.ts";
import * as queries from "./template.queries.ts";
import type { TemplateState } from "./template-state.ts";
import { enter } from "./write-template.ts";

/** Who has written asks another to read and take the version into use; the rest is the version's, whoever is asked. */
export const askTemplateReaderRoute = deed(askTemplateReader, async (context, { params, body }) => {
  const { tx, actor, at, audit } = context;
  const entered = await enter(context, params);
  if (!entered.ok) return entered;
  const { keys, state } = entered.value;
  const { draft } = state;
  if (draft === null) return refuse("no_template_draft");
  const readers = await queries.listReaders(tx, keys.provider_id);
  const reader = readers.find(({ id }) => id === body.personId);
  if (reader === undefined || reader.id === draft.written_by || reader.id === actor.personId) {
    return refuse("not_a_reader");
  }
  if (reader.email === null) return refuse("no_address");
  const nextAt = draft.asked_at === null ? at : restEnds(draft.asked_at);
  if (Temporal.Instant.compare(at, nextAt) < 0) {
    return refuse("too_soon", { nextAt: nextAt.toString() });
  }
  const asked = { personId: reader.id, by: actor.personId, at: at.toString() };
  await queries.saveAsked(tx, keys, asked);
  await writeTo(context, keys, draft, { ...reader, email: reader.email });
  await audit({
    deed: "ask-template-reader",
    subjectKind: "agreement_template",
    subjectId: draft.id,
    providerId: keys.provider_id,
    change: { basis: keys.basis, number: draft.number, asked: reader.id },
  });
  return accept({ sentTo: maskAddress(reader.email), nextAt: restEnds(at).toString() });
});

type Receiver = {
  readonly id: string;
  readonly givenName: string;
  readonly email: string;
  readonly language: string;
};

async function writeTo(
  { actor, house, mail }: DeedContext,
  keys: queries.Keys,
  draft: NonNullable<TemplateState["draft"]>,
  reader: Receiver,
): Promise<void> {
  const language: Language = isLanguage(reader.language) ? reader.language : "fi";
  const words = {
    name: reader.givenName,
    sender: actor.actingName ?? `${actor.givenName} ${actor.familyName}`,
    title: draft.template.title[language],
    number: draft.number,
    link: `${siteAddress(house)}/templates/${keys.basis}`,
  };
  await mail({
    providerId: keys.provider_id,
    personId: reader.id,
    to: reader.email,
    language,
    template: "template_reader",
    subject: m.mail_template_reader_subject(words, { locale: language }),
    body: m.mail_template_reader_body(words, { locale: language }),
  });
}
