import { m } from "#messages/web";
import { LANGUAGES } from "#shared/language.ts";
import { Button } from "#web/ui/button.tsx";
import { Diff } from "#web/ui/diff.tsx";
import { Note } from "#web/ui/note.tsx";
import { type Named, withNames } from "../template-versions.ts";
import { languageName, type SectionConflict } from "./template-view.ts";
import type { useSectionDraft } from "./use-section-draft.ts";

type ConflictProps = {
  conflict: SectionConflict;
  known: readonly Named[];
  draft: ReturnType<typeof useSectionDraft>;
};

/** Two wrote at once: the other's text beside one's own, which is kept; the writer chooses. */
export function TemplateConflict({ conflict, known, draft }: ConflictProps) {
  const differing = LANGUAGES.map((language) => ({
    language,
    theirs: withNames(conflict.body[language], known, language),
    mine: draft.words.body[language],
  })).filter((one) => one.theirs !== one.mine.trim());
  return (
    <Note kind="wait" role="alert" lead={m.templates_conflict({ name: conflict.by })}>
      {differing.length === 0 && <p>{m.templates_conflict_same()}</p>}
      {differing.map((one) => (
        <Diff
          key={one.language}
          title={languageName(one.language)}
          old={one.theirs}
          now={one.mine}
        />
      ))}
      <span className="row row-wrap">
        <Button kind="second" onClick={() => draft.save(conflict.version)}>
          {m.templates_conflict_over()}
        </Button>
        <Button kind="quiet" onClick={draft.takeTheirs}>
          {m.templates_conflict_theirs()}
        </Button>
      </span>
    </Note>
  );
}
