import { m } from "#messages/web";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { type Guidance, MEANS, RHYTHMS } from "../plan.ts";
import { meansName, rhythmName } from "./plan-words.ts";
import type { DraftBox } from "./use-plan-draft.ts";

const USUAL: Guidance = { every: "two_weeks", by: "phone", note: null };

/** How often and by which means teacher and tutor speak of how it goes. */
export function GuidanceEditor({ box }: { box: DraftBox }) {
  const { guidance } = box.draft;
  const put = (change: Partial<Guidance>) =>
    box.put((draft) => ({ ...draft, guidance: { ...(draft.guidance ?? USUAL), ...change } }));
  const putRhythm = (every: Guidance["every"] | undefined) =>
    every === undefined ? box.put((draft) => ({ ...draft, guidance: null })) : put({ every });
  return (
    <div className="plan-shift">
      <SelectField
        label={m.plan_guidance_often()}
        empty={m.plan_nothing_agreed()}
        options={RHYTHMS.map((every) => ({ value: every, label: rhythmName(every) }))}
        value={guidance?.every ?? ""}
        onChange={({ target }) => putRhythm(RHYTHMS.find((every) => every === target.value))}
      />
      {guidance && (
        <>
          <SelectField
            label={m.plan_guidance_means()}
            options={MEANS.map((by) => ({ value: by, label: meansName(by) }))}
            value={guidance.by}
            onChange={({ target }) =>
              put({ by: MEANS.find((by) => by === target.value) ?? USUAL.by })
            }
          />
          <TextField
            optional
            label={m.plan_guidance_note()}
            maxLength={200}
            value={guidance.note ?? ""}
            onChange={({ target }) => put({ note: target.value })}
          />
        </>
      )}
    </div>
  );
}
