import { CalendarDays, MessagesSquare, Signature, Undo2 } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { CellMark } from "../ui/cell-mark.tsx";
import { Counts } from "../ui/counts.tsx";
import { DayStrip } from "../ui/day-strip.tsx";
import { GateList, GateRow } from "../ui/gate-row.tsx";
import { History } from "../ui/history.tsx";
import { KeyValues } from "../ui/key-values.tsx";
import { Marks } from "../ui/marks.tsx";
import { NeedRow } from "../ui/need-row.tsx";
import { PersonRow } from "../ui/person-row.tsx";
import { Progress } from "../ui/progress.tsx";
import { RibbonMini } from "../ui/ribbon-mini.tsx";
import { Row, Rows } from "../ui/rows.tsx";
import { Section } from "../ui/section.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { Steps } from "../ui/steps.tsx";
import { SyncRow } from "../ui/sync-row.tsx";
import { GallerySection } from "./gallery-section.tsx";
import { sampleMarks } from "./sample-people.ts";
import { AUTUMN, TODAY } from "./sample-weeks.ts";

export function ListSamples() {
  return (
    <>
      <GallerySection title="Gate">
        <GateSample />
      </GallerySection>
      <GallerySection title="Need rows">
        <NeedSample />
      </GallerySection>
      <GallerySection title="Rows, facts">
        <RowSample />
      </GallerySection>
      <GallerySection title="Days, sync">
        <DaySample />
      </GallerySection>
      <GallerySection title="Counts, steps, history">
        <CountSample />
      </GallerySection>
    </>
  );
}

function GateSample() {
  return (
    <Section title="Before the first day" end="2 of 4 ready, 7 days left">
      <GateList wide>
        <GateRow
          state="stop"
          what="Advance notice of hot work"
          why="Onni is 17. Soldering is planned from week 50"
          who="You, with Pekka Niemi"
          step={<Button kind="primary">Prepare notice</Button>}
        />
        <GateRow
          state="waits"
          what="Agreement signed"
          why="Opened Friday 10:12, not signed"
          who="Pekka Niemi, LVI-Niemi"
          step={<Button>Send again by text</Button>}
        />
        <GateRow state="ready" what="Workplace suitable" why="One gap" who="Sanna, 18 Nov" />
        <GateRow state="ready" what="Tutor named" why="Deputy Pia Salo" who="Mika Korhonen" />
      </GateList>
    </Section>
  );
}

function NeedSample() {
  return (
    <ul>
      <NeedRow
        icon={MessagesSquare}
        tone="birch"
        name="Fatima Hassan"
        end="talk 42 d ago"
        reason="No talk for 42 days"
        detail="Mid talk is late by 5 days"
        meta={
          <>
            <span>Saimaan Varasto</span>
            <span className="row">
              <RibbonMini weeks={AUTUMN} today={TODAY} />
              <Marks deed="Start talk" marks={sampleMarks("done", "done", "done")} />
            </span>
          </>
        }
        step={<Button>Note a talk</Button>}
      />
    </ul>
  );
}

function RowSample() {
  return (
    <div className="gallery-columns">
      <Rows>
        <Row
          sub="student reads, employer and college sign"
          end={<Marks deed="Agreement" marks={sampleMarks("done", "turn", "done")} />}
        >
          Agreement
        </Row>
        <Row icon={CalendarDays} tone="sky" sub="Limits lift by themselves on that day">
          18th birthday on 14 January
        </Row>
        <Row
          end={
            <>
              practised <CellMark kind="help" />
            </>
          }
        >
          Lunch counter
        </Row>
        <PersonRow name="Mika Korhonen" detail="Tutor, foreman" phone="040 000 0057" />
        <PersonRow
          name="Leila Karjalainen"
          detail="Tutor, owner"
          phone="040 000 0031"
          email="leila@example.org"
        />
        <PersonRow name="Katja Virtanen" detail="Guardian, is told only" />
      </Rows>
      <KeyValues
        items={[
          { key: "hours", label: "Hours", value: "Mon–Fri 7:00–14:30, break 30 min" },
          { key: "start", label: "Start talk", value: "Wed 2 Dec 13:30, at Kanerva" },
          { key: "meals", label: "Meals", value: "Lunch at Kanerva" },
        ]}
      />
    </div>
  );
}

function DaySample() {
  return (
    <div className="gallery-columns">
      <DayStrip
        today={TODAY}
        days={[
          { on: "2026-11-23", state: "open", text: "today", href: "#mon" },
          { on: "2026-11-24", state: "done", text: "7 h 30", href: "#tue" },
          { on: "2026-11-25", state: "open", text: "7 h 30", href: "#wed" },
          { on: "2026-11-26", state: "open", text: "talk", href: "#thu" },
          { on: "2026-11-27", state: "off", text: "school", href: "#fri" },
        ]}
      />
      <Sheet>
        <SyncRow what="Today, text" detail="3 paragraphs" state="here" />
        <SyncRow what="Today, photo" detail="340 kB" state="sending" />
        <SyncRow what="Friday 20 November" state="safe" at="2026-11-20T13:12:00Z" />
      </Sheet>
    </div>
  );
}

function CountSample() {
  return (
    <>
      <Counts
        items={[
          { label: "Units", value: "78", detail: "9 cannot be chosen" },
          { label: "Requirements", value: "1,888", detail: "in 303 groups" },
          { label: "Criteria", value: "27", detail: "one generic scale, 5 levels" },
        ]}
      />
      <Progress
        label="Requirements read"
        value={1102}
        max={1888}
        text="Requirements, 1,102 of 1,888"
      />
      <Steps
        steps={["Student and workplace", "Requirements", "Tasks and weeks", "Send"]}
        current={1}
      />
      <History
        items={[
          { key: "1", at: "Thu 15:02", icon: Signature, text: "Jari signed version 2" },
          { key: "2", at: "Thu 14:50", icon: Undo2, text: "Jari withdrew version 1" },
        ]}
      />
    </>
  );
}
