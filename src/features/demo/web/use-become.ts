import { useQueryClient } from "@tanstack/react-query";
import { useGo } from "#web/shell/go.ts";
import { useDeed } from "#web/view.ts";
import type { becomeDemoPerson } from "../demo.contract.ts";

/** Makes the visitor one of the demo's people and goes to that person's first page. */
export function useBecome() {
  const client = useQueryClient();
  const go = useGo();
  const { run, problem } = useDeed<typeof becomeDemoPerson>({
    method: "POST",
    path: "/api/demo/sessions",
    // What the former person has read is forgotten before the next one arrives.
    onDone: () => {
      client.removeQueries({ type: "inactive" });
      void client.refetchQueries({ queryKey: ["/api/me"] }).then(() => go("/today"));
    },
  });
  return { be: (personId: string) => run({ body: { personId } }), problem };
}
