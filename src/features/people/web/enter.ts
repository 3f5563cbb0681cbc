import { useQueryClient } from "@tanstack/react-query";
import { useGo } from "#web/shell/go.ts";
import { meOptions } from "./people.requests.ts";

type Me = Awaited<ReturnType<NonNullable<typeof meOptions.queryFn>>>;

/** After a way in: forgets what somebody else has read here, says who this is now, and goes on. */
export function useEnter(): (answer: Me, href: string) => void {
  const client = useQueryClient();
  const go = useGo();
  return (answer, href) => {
    client.removeQueries({ type: "inactive" });
    client.setQueryData(meOptions.queryKey, answer);
    go(href, { instead: true });
  };
}
