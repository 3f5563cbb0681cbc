import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Problem } from "#web/problem.ts";
import { type Deed, useDeed } from "#web/view.ts";
import type { signAgreement } from "../agreement-deeds.contract.ts";
import { AGREEMENT_CHANGES, AGREEMENT_PATH } from "./agreement-view.ts";

/** Signing, or saying that it has been read. A text that changed meanwhile is read again, to be signed as it is now. */
export function useSigning(): Deed<typeof signAgreement> {
  const client = useQueryClient();
  const deed = useDeed<typeof signAgreement>({
    method: "POST",
    path: "/api/agreements/{agreementId}/signatures",
    changes: AGREEMENT_CHANGES,
  });
  const { problem } = deed;
  useEffect(() => {
    if (!isTextChanged(problem)) return;
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === AGREEMENT_PATH });
  }, [client, problem]);
  return deed;
}

export function isTextChanged(error: Error | null): error is Problem {
  return error instanceof Problem && error.code === "text_changed";
}
