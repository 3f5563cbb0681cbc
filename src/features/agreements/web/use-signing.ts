import { useDeed } from "#web/view.ts";
import type { signAgreement } from "../agreement-deeds.contract.ts";
import { AGREEMENT_CHANGES } from "./agreement-view.ts";

export function useSigning() {
  return useDeed<typeof signAgreement>({
    method: "POST",
    path: "/api/agreements/{agreementId}/signatures",
    changes: AGREEMENT_CHANGES,
  });
}
