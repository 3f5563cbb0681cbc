import { contactsOf } from "#features/people/server/api.ts";
import { ENDING_GROUNDS, HEARD_PARTIES } from "#features/placements/placement.ts";
import { findVisible } from "#features/placements/server/api.ts";
import { sealFault } from "#features/seals/server/api.ts";
import type { Config } from "#server/config.ts";
import type { Tx } from "#server/database/database.ts";
import { type Answer, type ViewContext, view } from "#server/deed.ts";
import { type Ability, denied } from "#shared/ability.ts";
import type { Actor } from "#shared/actor.ts";
import { isLanguage } from "#shared/language.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { readAgreement, readAgreementText } from "../agreement.contract.ts";
import {
  type AgreementSeat,
  mayBeCorrected,
  mayCorrect,
  mayRemind,
  mayRepairAddress,
  maySign,
  mayWithdraw,
} from "../agreement.policy.ts";
import {
  AGREEMENT_KINDS,
  AGREEMENT_PARTIES,
  DUTIES,
  reminderRestEnds,
  turnsOf,
} from "../agreement.ts";
import type { AgreementFacts } from "../agreement-facts.ts";
import { type AgreementRow, findAgreement, findText, type PartyRow } from "./agreement.queries.ts";
import { factsNow, mandateOf, oneOf, partyNamed, seatOf } from "./agreement-row.ts";
import { overtakenFields } from "./carry-amendment.ts";
import { validityOf } from "./framework.queries.ts";
import { factsOf, frameworkFactsOf, textOf } from "./text-difference.ts";
import * as queries from "./view-agreement.queries.ts";
import { frameworkShown, readsTermsOnly } from "./view-framework.ts";

type Page = Answer<typeof readAgreement>;
type PlacementPage = Exclude<Page, { kind: "framework_agreement" }>;

export const readAgreementRoute = view(readAgreement, async (context, { params }) => {
  const row = await findAgreement(context.tx, context.actor, params.agreementId);
  return row === undefined ? refuse("not_found") : accept(await pageOf(context, row));
});

async function pageOf(context: ViewContext, row: AgreementRow): Promise<Page> {
  const { tx, actor, at, house } = context;
  const text = await findText(tx, row, row.revision);
  if (text === undefined) throw new Error(`agreement ${row.id} has no text`);
  const signed = textOf(text.text);
  const seat = seatOf(actor, row);
  const more = await queries.findMore(tx, row);
  const paper = more.paper[0] ?? null;
  const shown = {
    ...commonOf(row, seat, more, house.config),
    papers: signed.papers,
    paper,
    paperWaits: paper === null ? await paperWaits(tx, row, at) : null,
  };
  const abilities = abilitiesOf(row, seat, actor);
  const validity = validityOf(row);
  if (validity === undefined) {
    const placement = await placementOf(context, row, more, factsOf(signed));
    return { ...shown, ...placement, abilities };
  }
  const { terminate, ...framework } = await frameworkShown(
    tx,
    row,
    validity,
    frameworkFactsOf(signed),
    {
      actor,
      seat,
      at,
    },
  );
  const part = readsTermsOnly(actor, row, seat) ? withoutReach(shown) : shown;
  return { ...part, ...framework, abilities: { ...abilities, terminate } };
}

/** Whoever reads general terms only as those of a placement sees that they are signed, and not how people are reached. */
function withoutReach<Shown extends Pick<Page, "parties" | "happened">>(shown: Shown): Shown {
  const parties = shown.parties.map((party) => ({
    ...party,
    address: null,
    mobile: null,
    phone: null,
    bounced: false,
    lastSentAt: null,
    signature: party.signature && { ...party.signature, sentTo: null },
  }));
  return { ...shown, parties, happened: [] };
}

type More = Awaited<ReturnType<typeof queries.findMore>>;

/** What is shown of every kind of agreement. */
function commonOf(row: AgreementRow, seat: AgreementSeat, more: More, config: Config) {
  const { state, order } = factsNow(row);
  return {
    id: row.id,
    number: row.number,
    state,
    language: isLanguage(row.language) ? row.language : ("fi" as const),
    order,
    version: row.version,
    revision: row.revision,
    sentAt: row.sent_at,
    sentBy: more.sentBy ?? "",
    completedAt: row.completed_at,
    closed: closedOf(row),
    textHash: row.text_hash,
    earlier: more.texts.filter(({ revision }) => revision !== row.revision),
    why: row.why,
    parties: partiesOf(row, seat, more, config),
    mine: [...seat.parties],
    happened: more.happened.map(happenedOf),
    next: more.next,
    carries: seat.carries,
  };
}

async function placementOf(
  { tx, actor, at }: ViewContext,
  row: AgreementRow,
  more: More,
  facts: AgreementFacts,
) {
  const placementId = row.placement_id ?? "";
  const overtaken = [...(await overtakenFields({ tx, at }, row))];
  return {
    kind: oneOf(["agreement", "amendment"], row.kind),
    placementId,
    basis: oneOf(["training_agreement", "apprenticeship"], row.basis ?? ""),
    ...factsShown(facts),
    amends: await amendedBy(tx, actor, more),
    overtaken,
    refersTo: more.refersTo[0] ?? null,
    endedEarly: endedEarlyOf(row),
    seesPlacement: (await findVisible(tx, actor, placementId)) !== null,
  } as const;
}

async function amendedBy(
  tx: Tx,
  actor: Actor,
  { amends: [base] }: More,
): Promise<PlacementPage["amends"]> {
  if (base === undefined) return null;
  return { ...base, readable: (await findAgreement(tx, actor, base.id)) !== undefined };
}

async function paperWaits(tx: Tx, row: AgreementRow, at: Temporal.Instant) {
  return row.state === "completed" ? sealFault(tx, row.provider_id, at) : null;
}

/** What a signer reads first, before the text itself. */
function factsShown(facts: AgreementFacts) {
  return {
    timeZone: facts.timeZone,
    providerName: facts.provider.name,
    studentName: facts.student.name,
    employerName: facts.employer.name,
    workplaceName: facts.employer.workplace,
    ...facts.period,
    hours: facts.hours,
    units: [...facts.units],
    tutorName: facts.tutor.name,
    teacherName: facts.teacher.name,
    pay: facts.employment?.payText ?? null,
  };
}

function closedOf({ closed_at, closed_name, closed_reason }: AgreementRow): Page["closed"] {
  if (closed_at === null) return null;
  return { at: closed_at, by: closed_name ?? "", reason: closed_reason ?? "" };
}

function endedEarlyOf(row: AgreementRow): PlacementPage["endedEarly"] {
  const { ending_ground: ground, heard_on: heardOn } = row;
  if (ground === null || heardOn === null) return null;
  return {
    at: row.placement_changed_at ?? row.sent_at,
    ground: oneOf(ENDING_GROUNDS, ground),
    heardOn,
    heard: HEARD_PARTIES.filter((party) => row.heard_parties?.includes(party)),
    onProbation: row.on_probation ?? false,
  };
}

function partiesOf(
  row: AgreementRow,
  seat: AgreementSeat,
  more: More,
  config: Config,
): Page["parties"] {
  const turns = turnsOf(factsNow(row));
  return row.parties.map((party) => {
    const letter = more.letters.find((one) => one.party === party.party);
    const name = partyNamed(party.party);
    const asked = party.duty !== "informed" && party.signedAt === null && row.state === "out";
    return {
      party: name,
      duty: oneOf(DUTIES, party.duty),
      personId: party.personId,
      givenName: party.givenName,
      familyName: party.familyName,
      actingFor: party.actingFor,
      mandate: mandateOf(party.mandate),
      signature: signatureOf(party),
      turn: turns.includes(name),
      ...contactsShown(party, seat, config),
      phone: seat.carries ? party.phone : null,
      bounced: letter?.bounced ?? false,
      lastSentAt: letter?.sentAt ?? null,
      nextReminderAt: asked ? reminderRestEnds(letter?.remindedAt ?? row.sent_at).toString() : null,
    };
  });
}

/** Who carries the placement repairs contacts and sees them; the others see enough to know their own. */
function contactsShown(party: PartyRow, { carries }: AgreementSeat, config: Config) {
  const [first, second] = contactsOf(config, party).map(({ channel, masked }) => {
    if (!carries) return masked;
    return channel === "sms" ? party.phone : party.email;
  });
  return { address: first ?? null, mobile: second ?? null };
}

function signatureOf(party: PartyRow): Page["parties"][number]["signature"] {
  if (party.signedAt === null || party.signedHash === null) return null;
  return {
    name: party.signedName ?? "",
    at: party.signedAt,
    means: party.signedMeans === "code" ? "code" : "session",
    sentTo: party.signedSentTo,
    language: isLanguage(party.signedLanguage) ? party.signedLanguage : "fi",
    hash: party.signedHash,
  };
}

function happenedOf({ at, deed, who, party }: More["happened"][number]) {
  return { at, deed, who, party: AGREEMENT_PARTIES.find((known) => known === party) ?? null };
}

function abilitiesOf(row: AgreementRow, seat: AgreementSeat, actor: Actor): Page["abilities"] {
  const correctable = mayBeCorrected(oneOf(AGREEMENT_KINDS, row.kind));
  const open = row.state === "out";
  const whileOut = (ability: Ability) => (open ? ability : denied("closed"));
  const sign = (party: (typeof AGREEMENT_PARTIES)[number]) =>
    row.parties.some((one) => one.party === party)
      ? maySign(seat, party, actor)
      : denied("not_your_part");
  return {
    sign: {
      provider: sign("provider"),
      employer: sign("employer"),
      student: sign("student"),
      guardian: sign("guardian"),
    },
    correct: correctable.allowed ? whileOut(mayCorrect(seat, actor)) : correctable,
    remind: whileOut(mayRemind(seat)),
    withdraw: whileOut(mayWithdraw(seat)),
    repair: whileOut(mayRepairAddress(seat)),
  };
}

export const readAgreementTextRoute = view(readAgreementText, async ({ tx, actor }, { params }) => {
  const row = await findAgreement(tx, actor, params.agreementId);
  const text = row && (await findText(tx, row, params.revision));
  if (text === undefined) return refuse("not_found");
  return accept({
    revision: text.revision,
    textHash: text.text_hash,
    papers: textOf(text.text).papers,
  });
});
