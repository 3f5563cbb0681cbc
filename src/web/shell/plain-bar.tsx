import type { ReactNode } from "react";
import { textOf } from "#web/i18n/language.ts";
import { type Me, useMe } from "#web/session.ts";
import { LinkBar } from "#web/ui/link-bar.tsx";
import { useBarState } from "./bar-state.ts";

/** The bar of students, tutors and visitors: the college's name, three languages, nothing else. */
export function PlainBar({ languageSwitch }: { languageSwitch: ReactNode }) {
  const me = useMe();
  const { college, back } = useBarState();
  return (
    <LinkBar
      college={textOf(college ?? onlyCollege(me)) || "Kisälli"}
      home={me ? "/today" : "/"}
      languageSwitch={languageSwitch}
      back={back}
    />
  );
}

/** The name on the bar when all of the person's work is with one college. */
function onlyCollege(me: Me | null | undefined) {
  const [first, ...others] = me?.memberships ?? [];
  const isOnly = others.every(({ providerId }) => providerId === first?.providerId);
  return isOnly ? first?.providerName : undefined;
}
