import { useEffect, useState } from "react";
import { m } from "#messages/web";
import { LANGUAGES, type Language } from "#shared/language.ts";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { writeSection } from "../template.contract.ts";
import { type Named, type SectionWords, withCodes, withNames } from "../template-versions.ts";
import { conflictOf, TEMPLATE_CHANGES, type TemplatePlace } from "./template-view.ts";

type Begun = {
  readonly place: TemplatePlace;
  readonly known: readonly Named[];
  readonly section: SectionWords & { readonly id: string };
  /** Of the version being written, when the form was opened. */
  readonly version: number;
  readonly onDone: () => void;
  /** Hears what is typed, as it would be kept; null when the form closes. */
  readonly onType: (typed: Typed | null) => void;
};

export type Typed = SectionWords & { readonly id: string };

/** One section as it is typed, with names in braces; kept with codes. What another wrote meanwhile stops it once. */
export function useSectionDraft({ place, known, section, version, onDone, onType }: Begun) {
  const [words, put] = useState(() => named(section, known));
  const [base, setBase] = useState(version);
  const say = useToast();
  const deed = useDeed<typeof writeSection>({
    method: "PUT",
    path: "/api/agreement-templates/{providerId}/{basis}/draft/sections/{sectionId}",
    changes: TEMPLATE_CHANGES,
    onDone: () => {
      say({ text: m.templates_saved() });
      onDone();
    },
  });
  const conflict = conflictOf(deed.problem);
  const write = (part: "heading" | "body", language: Language, text: string) =>
    put({ ...words, [part]: { ...words[part], [language]: text } });
  const { id } = section;
  useEffect(() => onType({ id, ...coded(words, known) }), [id, words, known, onType]);
  useEffect(() => () => onType(null), [onType]);
  const save = (over = base) =>
    deed.run({
      params: { ...place, sectionId: id },
      body: coded(words, known),
      version: over,
    });
  const takeTheirs = () => {
    if (conflict === null) return;
    put(named(conflict, known));
    setBase(conflict.version);
    deed.forget();
  };
  return { words, write, save, conflict, takeTheirs, busy: deed.busy, problem: deed.problem };
}

function named({ heading, body }: SectionWords, known: readonly Named[]): SectionWords {
  return {
    heading: inAll((language) => withNames(heading[language], known, language)),
    body: inAll((language) => withNames(body[language], known, language)),
  };
}

function coded({ heading, body }: SectionWords, known: readonly Named[]): SectionWords {
  return {
    heading: inAll((language) => withCodes(heading[language], known, language)),
    body: inAll((language) => withCodes(body[language], known, language)),
  };
}

function inAll(word: (language: Language) => string) {
  const [fi, sv, en] = LANGUAGES;
  return { fi: word(fi), sv: word(sv), en: word(en) };
}
