import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import type { PaperSection } from "#shared/paper.ts";
import type { AnswerOf } from "#web/request.ts";
import { dayNumber, localDay } from "#web/ui/format.ts";
import type { Mark, Three } from "#web/ui/marks-label.ts";
import type { readAgreement } from "../agreement.contract.ts";
import type { AgreementParty } from "../agreement.ts";

/** What the pages of agreements share: the answer, its address and words for what it holds. */
export const AGREEMENT_PATH = "/api/agreements/{agreementId}";
export const AGREEMENTS_PATH = "/api/placements/{placementId}/agreements";
export const FRAMEWORKS_PATH = "/api/workplaces/{workplaceId}/framework-agreements";
export const AGREEMENT_CHANGES = [
  AGREEMENT_PATH,
  AGREEMENTS_PATH,
  "/api/agreements",
  FRAMEWORKS_PATH,
  "/api/placements/{placementId}",
];

/** What the page of any agreement shows; a framework agreement names an employer and no placement. */
export type AnyAgreementView = AnswerOf<typeof readAgreement>;
export type FrameworkView = Extract<AnyAgreementView, { kind: "framework_agreement" }>;
export type AgreementView = Exclude<AnyAgreementView, FrameworkView>;
export type PartyView = AgreementView["parties"][number];

function partyOf(view: AgreementView, party: AgreementParty): PartyView | undefined {
  return view.parties.find((one) => one.party === party);
}

export function nameOf({ givenName, familyName }: PartyView): string {
  return `${givenName} ${familyName}`;
}

/** The party that the reader has something to do as: whose turn it is first. */
export function ownParty(view: AnyAgreementView): PartyView | undefined {
  const own = view.parties.filter(({ party }) => view.mine.includes(party));
  return own.find(({ turn }) => turn) ?? own[0];
}

/** The one the desk waits for: their turn, and not the reader's own part or the student's. */
export function waitingOf({ parties, mine }: AnyAgreementView): PartyView | undefined {
  return parties.find(({ turn, party }) => turn && !mine.includes(party) && party !== "student");
}

const DUTIES_FIRST = ["general_terms", "employer_duties", "provider_duties"];

/** The agreement in the reader's language: the duties that open first, and the rest that unfolds. */
export function sectionsOf(view: Pick<AgreementView, "papers">): {
  first: PaperSection[];
  rest: PaperSection[];
} {
  const { sections } = view.papers[getLocale()];
  return {
    first: sections.filter(({ id }) => DUTIES_FIRST.includes(id)),
    rest: sections.filter(({ id }) => !DUTIES_FIRST.includes(id)),
  };
}

const PARTY_WORDS: Readonly<Record<AgreementParty, () => string>> = {
  provider: m.agreement_party_provider,
  employer: m.agreement_party_employer,
  student: m.agreement_party_student,
  guardian: m.agreement_party_guardian,
};
export const partyWord = (party: AgreementParty): string => PARTY_WORDS[party]();

/** Student, employer and college as the three marks (ui.md §8.1): the exact verb stands under each. */
export function jointOf(view: AgreementView): Three {
  return {
    student: markOf(view, "student"),
    tutor: markOf(view, "employer"),
    teacher: markOf(view, "provider"),
  };
}

type Piece = "student" | "employer" | "provider";

function markOf(view: AgreementView, party: Piece): Mark {
  const found = partyOf(view, party);
  const you = view.mine.includes(party);
  const name = party === "student" ? (found?.givenName ?? "") : partyWord(party);
  if (found === undefined) return { name, state: "not-needed" };
  if (found.signature) return { name, state: "done", you, verb: doneVerb(view, found) };
  if (view.state === "declined" && view.closed?.by === nameOf(found)) {
    return { name, state: "disagrees", you, verb: m.agreement_did_not_sign() };
  }
  const state = view.state === "out" && isTheTurn(view, party) ? "turn" : "open";
  return { name, state, you, verb: openVerb(view, found, you) };
}

function doneVerb({ timeZone }: AgreementView, { signature, duty }: PartyView): string {
  const day = dayNumber(localDay(signature?.at ?? "", timeZone));
  return duty === "signs" ? m.agreement_signed_on({ day }) : m.agreement_read_on({ day });
}

function openVerb(view: AgreementView, { duty }: PartyView, you: boolean): string {
  const signs = duty === "signs";
  if (!you || view.state !== "out") {
    return signs ? m.agreement_not_signed() : m.agreement_not_read();
  }
  if (!signs) return m.agreement_read_now();
  return view.kind === "amendment" ? m.amendment_accept_now() : m.agreement_sign_now();
}

/** One turn at most is shown: the reader's own, else the first who is to sign. */
function isTheTurn(view: AgreementView, party: Piece): boolean {
  const turns = view.parties.filter(({ turn }) => turn);
  const own = turns.find((one) => view.mine.includes(one.party));
  const first = own ?? turns.find(({ duty }) => duty === "signs");
  return first?.party === party;
}

/** "7c41 9e0d": enough of the hash to compare two papers by eye. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
}
