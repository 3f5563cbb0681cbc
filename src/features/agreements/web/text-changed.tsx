import { m } from "#messages/web";
import type { PaperBlock, PaperSection } from "#shared/paper.ts";
import { Problem } from "#web/problem.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Diff } from "#web/ui/diff.tsx";
import { Note } from "#web/ui/note.tsx";
import { isTextChanged } from "./use-signing.ts";

type Changed = {
  readonly id: string;
  readonly heading: string;
  readonly before: PaperSection | null;
  readonly after: PaperSection | null;
};

/** The text was corrected while it was read: what changed stands here before anything is signed. */
export function TextChanged({ error }: { error: Error | null }) {
  if (!isTextChanged(error)) {
    return error instanceof Problem && error.code.startsWith("code_") ? null : (
      <ProblemNote error={error} />
    );
  }
  const { sections } = error.params;
  const changed = Array.isArray(sections) ? sections.filter(isChanged) : [];
  return (
    <div className="stack-3">
      <Note kind="wait" role="alert" lead={m.agreement_text_changed()}>
        {m.agreement_text_changed_then()}
      </Note>
      {changed.map(({ id, heading, before, after }) => (
        <Diff key={id} title={heading} old={wordsOf(before)} now={wordsOf(after)} />
      ))}
    </div>
  );
}

function isChanged(one: unknown): one is Changed {
  return typeof one === "object" && one !== null && "heading" in one && "after" in one;
}

function wordsOf(section: PaperSection | null): string | undefined {
  return section?.blocks.map(blockWords).join(" ");
}

function blockWords(block: PaperBlock): string {
  switch (block.kind) {
    case "text":
      return block.text;
    case "list":
      return block.items.join(" ");
    case "facts":
      return block.rows.map(([label, value]) => `${label} ${value}.`).join(" ");
    case "table":
      return block.rows.map((row) => row.join(" ")).join(". ");
  }
}
