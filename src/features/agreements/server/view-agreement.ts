import { maskAddress } from "#features/people/people.ts";
import { ENDING_GROUNDS, HEARD_PARTIES } from "#features/placements/placement.ts";
import { findVisible } from "#features/placements/server/api.ts";
import { sealFault } from "#features/seals/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import { type Answer, view } from "#server/deed.ts";
import { type Ability, denied } from "#shared/ability.ts";
import type { Actor } from "#shared/actor.ts";
import { isLanguage } from "#shared/language.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { readAgreement, readAgreementText } from "../agreement.contract.ts";
import {
  type AgreementSeat,
  mayCorrect,
  mayRemind,
  mayRepairAddress,
  maySign,
  mayWithdraw,
} from "../agreement.policy.ts";
import { AGREEMENT_PARTIES, DUTIES, reminderRestEnds, turnsOf } from "../agreement.ts";
import type { AgreementFacts } from "../agreement-facts.ts";
import { type AgreementRow, findAgreement, findText, type PartyRow } from "./agreement.queries.ts";
import { factsNow, oneOf, partyNamed, seatOf } from "./agreement-row.ts";
import { factsOf, textOf } from "./text-difference.ts";
import * as queries from "./view-agreement.queries.ts";

type Page = Answer<typeof readAgreement>;

export const readAgreementRoute = view(readAgreement, async ({ tx, actor, at }, { params }) => {
  const row = await findAgreement(tx, actor, params.agreementId);
  return row === undefined ? refuse("not_found") : accept(await pageOf(tx, actor, row, at));
});

async function pageOf(
  tx: Tx,
  actor: Actor,
  row: AgreementRow,
  at: Temporal.Instant,
): Promise<Page> {
  const text = await findText(tx, row, row.revision);
  if (text === undefined) throw new Error(`agreement ${row.id} has no text`);
  const { papers, ...rest } = textOf(text.text);
  const facts = factsOf(rest);
  const seat = seatOf(actor, row);
  const more = await queries.findMore(tx, row);
  return {
    id: row.id,
    placementId: row.placement_id,
    number: row.number,
    kind: oneOf(["agreement", "amendment"], row.kind),
    basis: oneOf(["training_agreement", "apprenticeship"], row.basis),
    state: factsNow(row).state,
    language: isLanguage(row.language) ? row.language : "fi",
    order: factsNow(row).order,
    version: row.version,
    revision: row.revision,
    ...factsShown(facts),
    sentAt: row.sent_at,
    sentBy: more.sentBy ?? "",
    amends: more.amends[0] ?? null,
    completedAt: row.completed_at,
    closed: closedOf(row),
    endedEarly: endedEarlyOf(row),
    textHash: row.text_hash,
    papers,
    earlier: more.texts.filter(({ revision }) => revision !== row.revision),
    why: row.why,
    parties: partiesOf(row, seat, more),
    mine: [...seat.parties],
    happened: more.happened.map(happenedOf),
    paper: more.paper[0] ?? null,
    paperWaits: more.paper.length === 0 ? await paperWaits(tx, row, at) : null,
    next: more.next,
    seesPlacement: (await findVisible(tx, actor, row.placement_id)) !== null,
    carries: seat.carries,
    abilities: abilitiesOf(row, seat, actor),
  };
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

function endedEarlyOf(row: AgreementRow): Page["endedEarly"] {
  const { ending_ground: ground, heard_on: heardOn } = row;
  if (ground === null || heardOn === null) return null;
  return {
    at: row.placement_changed_at,
    ground: oneOf(ENDING_GROUNDS, ground),
    heardOn,
    heard: HEARD_PARTIES.filter((party) => row.heard_parties?.includes(party)),
    onProbation: row.on_probation ?? false,
  };
}

type More = Awaited<ReturnType<typeof queries.findMore>>;

function partiesOf(row: AgreementRow, seat: AgreementSeat, more: More): Page["parties"] {
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
      mandate: mandateOf(party),
      signature: signatureOf(party),
      turn: turns.includes(name),
      address: addressOf(party, seat),
      phone: seat.carries ? party.phone : null,
      bounced: letter?.bounced ?? false,
      lastSentAt: letter?.sentAt ?? null,
      nextReminderAt: asked ? reminderRestEnds(letter?.remindedAt ?? row.sent_at).toString() : null,
    };
  });
}

/** Who carries the placement repairs addresses and sees them; the others see enough to know their own. */
function addressOf({ email }: PartyRow, { carries }: AgreementSeat): string | null {
  if (email === null) return null;
  return carries ? email : maskAddress(email);
}

function mandateOf({ mandate }: PartyRow): Page["parties"][number]["mandate"] {
  if (typeof mandate !== "object" || mandate === null || Array.isArray(mandate)) return null;
  const words = new Map(Object.entries(mandate).map(([key, value]) => [key, String(value)]));
  const word = (key: string) => words.get(key) ?? "";
  return { from: word("from"), notedBy: word("notedBy"), at: word("at"), known: word("known") };
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
    // What an amendment changes is proposed anew, not corrected: the rest of its text was signed before.
    correct: row.kind === "amendment" ? denied("amendment") : whileOut(mayCorrect(seat, actor)),
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
