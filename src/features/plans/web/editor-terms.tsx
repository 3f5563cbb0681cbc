import { m } from "#messages/web";
import { TextArea } from "#web/ui/text-area.tsx";
import { TERMS, type Term } from "../plan.ts";
import { termName } from "./plan-words.ts";
import type { DraftBox } from "./use-plan-draft.ts";

/** Breaks, support, travel and meals; never hidden behind "more". */
export function TermsEditor({ box }: { box: DraftBox }) {
  return (
    <div className="stack">
      {TERMS.map((term) => (
        <TextArea
          key={term}
          optional
          label={termName(term)}
          hint={hintOf(term)}
          rows={2}
          maxLength={1_000}
          value={box.draft[term]}
          onChange={({ target }) => box.put((draft) => ({ ...draft, [term]: target.value }))}
        />
      ))}
    </div>
  );
}

function hintOf(term: Term): string {
  switch (term) {
    case "breaks":
      return m.plan_breaks_hint();
    case "support":
      return m.plan_support_hint();
    case "travel":
      return m.plan_travel_hint();
    case "meals":
      return m.plan_meals_hint();
  }
}
