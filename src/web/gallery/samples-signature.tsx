import { Joint } from "../ui/joint.tsx";
import { Marks } from "../ui/marks.tsx";
import type { MarkState, Three } from "../ui/marks-label.ts";
import { Ribbon } from "../ui/ribbon.tsx";
import { RibbonMini } from "../ui/ribbon-mini.tsx";
import { GallerySection } from "./gallery-section.tsx";
import { sampleMarks } from "./sample-people.ts";
import { APPRENTICE, AUTUMN, LONG, TODAY } from "./sample-weeks.ts";

const STATES: [string, MarkState, MarkState, MarkState][] = [
  ["nobody yet", "open", "open", "open"],
  ["student done", "done", "open", "open"],
  ["student’s turn", "turn", "open", "open"],
  ["tutor’s turn", "done", "turn", "open"],
  ["teacher’s turn", "done", "done", "turn"],
  ["joint holds", "done", "done", "done"],
  ["tutor disagrees", "done", "disagrees", "done"],
  ["student not needed", "not-needed", "done", "turn"],
];

const YOUR_TURN: Three = {
  student: { name: "Aino", state: "done", on: "2026-11-20" },
  tutor: { name: "Mika", state: "turn", you: true },
  teacher: { name: "Sanna", state: "open", verb: "reads after you" },
};
const HEARD: Three = {
  student: { name: "Aino", state: "done", verb: "heard" },
  tutor: { name: "Mika", state: "done", on: "2026-11-26" },
  teacher: { name: "Sanna", state: "done", on: "2026-11-26" },
};
const DISAGREES: Three = {
  student: { name: "Aleksanteri-Johannes", state: "done", verb: "has read" },
  tutor: { name: "Leila", state: "disagrees" },
  teacher: { name: "College", state: "not-needed" },
};

export function SignatureSamples() {
  return (
    <>
      <GallerySection title="Three marks">
        <div className="gallery-words">
          {STATES.map(([words, student, tutor, teacher]) => (
            <span key={words}>
              <Marks deed="Week 47" marks={sampleMarks(student, tutor, teacher)} />
              {words}
            </span>
          ))}
        </div>
        <div className="gallery-columns gallery-three">
          <Joint deed="Week 47" marks={YOUR_TURN} />
          <Joint deed="Grade" marks={HEARD} />
          <Joint deed="Agreement" marks={DISAGREES} />
        </div>
      </GallerySection>
      <GallerySection title="Ribbon">
        <Ribbon
          weeks={AUTUMN}
          today={TODAY}
          pins={[
            { on: "2026-10-12", label: "Start talk", detail: "12 Oct", state: "held" },
            { on: "2026-11-16", label: "Mid talk", detail: "5 days late", state: "late" },
            { on: "2026-12-17", label: "End talk", detail: "17 Dec", state: "planned" },
          ]}
          brackets={[
            { from: "2026-10-26", to: "2026-11-01", label: "Ill", weight: "thin" },
            { from: "2026-12-07", to: "2026-12-11", label: "Demonstration", weight: "thick" },
          ]}
          label="Ten weeks. Two confirmed, one ill, one confirmed, week 46 not written, week 47 waits for Mika. Today is in week 48."
          caption="Week 7 of 10. Weeks 42, 43 and 45 confirmed. Week 44 ill. Week 46 is not written. Week 47 waits for Mika. Mid talk is 5 days late. Demonstration in week 50."
        />
        <Ribbon
          weeks={LONG}
          today={TODAY}
          pins={[
            { on: "2026-11-30", label: "Start talk", detail: "30 Nov", state: "planned" },
            { on: "2027-01-11", label: "Mid talk", detail: "11 Jan", state: "planned" },
            { on: "2027-01-18", label: "Visit", detail: "18 Jan", state: "planned" },
            { on: "2027-02-25", label: "End talk", detail: "25 Feb", state: "planned" },
          ]}
          brackets={[
            { from: "2026-12-21", to: "2027-01-03", label: "Closed at Christmas", weight: "thin" },
            { from: "2027-01-14", to: "2027-01-14", label: "Turns 18 on 14 Jan", weight: "thin" },
            { from: "2027-02-08", to: "2027-02-19", label: "Demonstration", weight: "thick" },
          ]}
          label="Thirteen weeks, from week 49 to week 8. Not started. Today is in week 48."
        />
        <Ribbon weeks={APPRENTICE} today={TODAY} label="An apprenticeship of 16 months." />
        <p className="row">
          <RibbonMini weeks={AUTUMN} today={TODAY} />
          <RibbonMini weeks={LONG} today={TODAY} />
          <span className="muted small">small, in tables</span>
        </p>
      </GallerySection>
    </>
  );
}
