import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useId, useState } from "react";
import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { dayLong } from "#web/ui/format.ts";
import { Note } from "#web/ui/note.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { PersonRow } from "#web/ui/person-row.tsx";
import { Ribbon } from "#web/ui/ribbon.tsx";
import { Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { useTopics, viewOptions } from "#web/view.ts";
import type { readPlacement } from "../placement-page.contract.ts";
import { attentionText, type BoardRow } from "./attention-text.ts";
import { BoardLast } from "./board-last.tsx";
import { BoardNote } from "./board-note.tsx";
import { fullName } from "./board-opener.tsx";
import type { PanelFocus } from "./board-page.tsx";
import { BoardStep, type StepProps } from "./board-step.tsx";
import { ageAndUnit } from "./board-table.tsx";
import { awayBrackets, ribbonLabel, ribbonWeeks, talkPins } from "./ribbon-weeks.ts";
import { weekOfPlacement } from "./state-text.ts";

type Placement = AnswerOf<typeof readPlacement>;

type BoardPanelProps = Omit<StepProps, "row" | "onNote"> & {
  row: BoardRow | null;
  focus: PanelFocus;
  /** Counts the presses that opened it: a second press on the same row moves the focus again. */
  press: number;
  note: (row: BoardRow) => void;
  close: () => void;
};

/** One student beside the list: the weeks, the note of a talk, who is who, what was last done. */
export function BoardPanel({ row, focus, press, note, close, ...step }: BoardPanelProps) {
  const noteId = useId();
  // What is typed about one student stays while another is looked at.
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: each press asks for the focus anew
  useEffect(() => {
    if (focus === "note") document.getElementById(noteId)?.focus();
  }, [focus, noteId, press]);
  return (
    <Panel
      open={row !== null}
      title={row && fullName(row.student)}
      subject={row?.placementId}
      takeFocus={focus === "head"}
      onClose={close}
    >
      {row && (
        <Subject key={row.placementId} {...step} row={row} onNote={note}>
          {(placement) => (
            <BoardNote
              id={noteId}
              row={row}
              today={step.today}
              placement={placement}
              text={drafts[row.placementId] ?? ""}
              onText={(text) => setDrafts((all) => ({ ...all, [row.placementId]: text }))}
            />
          )}
        </Subject>
      )}
    </Panel>
  );
}

type SubjectProps = StepProps & {
  children: (placement: Placement | undefined) => ReactNode;
};

function Subject({ children, ...step }: SubjectProps) {
  const { row, today } = step;
  const topics = [`placement:${row.placementId}`];
  useTopics(topics);
  const { data, error } = useQuery(
    viewOptions<typeof readPlacement>(
      {
        path: "/api/placements/{placementId}",
        params: { placementId: row.placementId },
      },
      topics,
    ),
  );
  return (
    <>
      <p className="muted board-at">{whereText(row, today, data)}</p>
      <Urgent {...step} />
      {data && <Weeks placement={data} today={today} />}
      {children(data)}
      {data && <People placement={data} />}
      {data && <BoardLast placement={data} today={today} />}
      {!data && !error && <Skeleton lines={5} />}
      <ProblemNote error={error} />
      <ButtonLink block href={`/placements/${row.placementId}`}>
        {m.board_open()}
      </ButtonLink>
    </>
  );
}

/** "17, Café products, turns 18 on 3 March. Week 7 of 10. Kahvila Rantapuisto, tutor Leila Karjalainen" */
function whereText(row: BoardRow, today: string, placement: Placement | undefined): string {
  const { tutor, workplaceName } = row;
  const birthday = placement?.student.turns18On;
  const ages = [ageAndUnit(row), birthday ? m.board_turns_18({ day: dayLong(birthday) }) : ""];
  const where = tutor
    ? m.board_panel_at({ workplace: workplaceName, tutor: fullName(tutor) })
    : m.board_panel_at_alone({ workplace: workplaceName });
  const parts = [ages.filter(Boolean).join(", "), weekOfPlacement(row.ribbon, today), where];
  return parts.filter(Boolean).join(". ");
}

/** What needs the teacher, with its action; a talk to note has its own place below. */
function Urgent(step: StepProps) {
  const { row, today } = step;
  if (row.group !== "needs_me" || row.action === "note_talk") return null;
  const { tone, reason, detail } = attentionText(row, today);
  return (
    <Note
      kind={tone === "ling" ? "stop" : "wait"}
      lead={reason}
      action={<BoardStep {...step} primary />}
    >
      {detail && <span className="sub">{detail}</span>}
    </Note>
  );
}

function Weeks({ placement, today }: { placement: Placement; today: string }) {
  const { ribbon, talks, interruptions } = placement;
  return (
    <Ribbon
      weeks={ribbonWeeks(ribbon)}
      pins={talkPins(talks, today, () => ({ label: "" }))}
      brackets={awayBrackets(interruptions, today)}
      today={today}
      label={ribbonLabel(ribbon)}
    />
  );
}

function People({ placement }: { placement: Placement }) {
  const { student, tutor } = placement;
  return (
    <Section level={3} title={m.board_people()}>
      <Rows>
        <PersonRow
          name={fullName(student)}
          detail={m.board_person_student()}
          phone={student.phone}
          email={student.email}
        />
        {tutor && (
          <PersonRow
            name={fullName(tutor)}
            detail={
              tutor.title
                ? m.board_person_tutor_title({ title: tutor.title })
                : m.board_person_tutor()
            }
            phone={tutor.phone}
            email={tutor.email}
          />
        )}
      </Rows>
    </Section>
  );
}
