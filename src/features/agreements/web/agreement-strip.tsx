import { useQuery } from "@tanstack/react-query";
import { Signature } from "lucide-react";
import { m } from "#messages/web";
import { Icon } from "#web/ui/icon.tsx";
import { Link } from "#web/ui/link.tsx";
import { viewOptions } from "#web/view.ts";
import type { listMyAgreements } from "../agreement.contract.ts";
import { MY_AGREEMENTS, type MyAgreement } from "./agreement-rows.tsx";

/** On the first page of everybody but the tutor, whose page lists it: an agreement that waits for this reader. */
export function AgreementStrip() {
  const { data } = useQuery({
    ...viewOptions<typeof listMyAgreements>(MY_AGREEMENTS),
    throwOnError: false,
    retry: false,
  });
  const asked = data?.rows.filter((row) => row.asked) ?? [];
  const [first] = asked;
  if (first === undefined) return null;
  const isOne = asked.length === 1;
  return (
    <div className="place-strip" role="status">
      <Icon of={Signature} />
      <span>{isOne ? oneText(first) : m.agreements_strip_many({ count: asked.length })}</span>
      <Link href={isOne ? `/agreements/${first.id}` : "/agreements"}>
        {m.agreements_strip_open()}
      </Link>
    </div>
  );
}

function oneText({ party, studentName, workplaceName, employerName }: MyAgreement): string {
  if (studentName === null) return m.agreements_strip_framework({ employer: employerName ?? "" });
  const workplace = workplaceName ?? "";
  return party === "student"
    ? m.agreements_strip_own({ workplace })
    : m.agreements_strip_one({ student: studentName, workplace });
}
