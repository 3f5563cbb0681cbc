import {
  Ban,
  Check,
  FilePen,
  FilePlus,
  type LucideIcon,
  Mail,
  Signature,
  Undo2,
  UserPlus,
} from "lucide-react";
import { m } from "#messages/web";
import { History } from "#web/ui/history.tsx";
import { type AnyAgreementView, partyWord } from "./agreement-view.ts";
import { whenOf } from "./when-of.ts";

type Line = AnyAgreementView["happened"][number];
type Words = { readonly icon: LucideIcon; readonly text: (who: string, party: string) => string };

const DEEDS: Readonly<Record<string, Words | undefined>> = {
  "send-agreement": { icon: FilePlus, text: (who) => m.agreement_did_send({ who }) },
  "send-framework-agreement": { icon: FilePlus, text: (who) => m.agreement_did_send({ who }) },
  "terminate-framework-agreement": {
    icon: Ban,
    text: (who) => m.agreement_did_terminate({ who }),
  },
  "send-amendment": { icon: FilePlus, text: (who) => m.agreement_did_send({ who }) },
  "sign-agreement": {
    icon: Signature,
    text: (who, party) => m.agreement_did_sign({ who, party }),
  },
  "acknowledge-agreement": { icon: Check, text: (who) => m.agreement_did_read({ who }) },
  "agreement-completed": { icon: Check, text: () => m.agreement_did_complete() },
  "correct-agreement": { icon: FilePen, text: (who) => m.agreement_did_correct({ who }) },
  "decline-agreement": { icon: Ban, text: (who) => m.agreement_did_decline({ who }) },
  "withdraw-agreement": { icon: Undo2, text: (who) => m.agreement_did_withdraw({ who }) },
  "remind-signer": {
    icon: Mail,
    text: (who, party) => m.agreement_did_remind({ who, party }),
  },
  "repair-address": {
    icon: Mail,
    text: (who, party) => m.agreement_did_repair({ who, party }),
  },
  "name-deputy": {
    icon: UserPlus,
    text: (who, party) => m.agreement_did_name_deputy({ who, party }),
  },
};

/** What has happened, newest first: the parties read the same list. */
export function HappenedList({ view }: { view: AnyAgreementView }) {
  const lines = view.happened.flatMap((line) => asLine(line, view.timeZone));
  return <History items={lines} />;
}

function asLine({ at, deed, who, party }: Line, timeZone: string) {
  const words = DEEDS[deed];
  if (words === undefined) return [];
  return [
    {
      key: `${at} ${deed} ${party ?? ""}`,
      at: whenOf(at, timeZone),
      icon: words.icon,
      text: words.text(who, party === null ? "" : partyWord(party)),
    },
  ];
}
