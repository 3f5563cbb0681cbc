import { useState } from "react";
import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { moment } from "#web/ui/format.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useDeed } from "#web/view.ts";
import type { endSupport, shareSupport, writeSupport } from "../path.contract.ts";
import { PATH_PATH, type PathView } from "./path-view.ts";
import type { PlanView } from "./plan-view.ts";

type SupportProps = { view: PlanView; path: PathView };

/** Lines between student and teacher; the workplace reads one only when the student says so. */
export function SupportNotes({ view, path }: SupportProps) {
  const mayWrite = path.abilities.writeSupport.allowed;
  if (!mayWrite && path.support.length === 0) return null;
  const tutor = view.tutor?.givenName ?? m.plan_the_tutor();
  const words = { student: view.student.givenName, teacher: view.teacher.givenName };
  return (
    <Section title={mayWrite ? m.plan_own_support() : m.plan_shared_support(words)}>
      {mayWrite && <p className="muted">{m.plan_own_support_who({ ...words, tutor })}</p>}
      <Rows>
        {path.support.map((note) => (
          <SupportRow key={note.id} view={view} path={path} note={note} tutor={tutor} />
        ))}
      </Rows>
      {mayWrite && <NewNote view={view} />}
    </Section>
  );
}

type SupportRowProps = SupportProps & { note: PathView["support"][number]; tutor: string };

function SupportRow({ view, path, note, tutor }: SupportRowProps) {
  const params = { placementId: view.placementId, noteId: note.id };
  const share = useDeed<typeof shareSupport>({
    method: "PUT",
    path: `${PATH_PATH}/support/{noteId}/consent`,
    changes: [PATH_PATH],
  });
  const end = useDeed<typeof endSupport>({
    method: "DELETE",
    path: `${PATH_PATH}/support/{noteId}`,
    changes: [PATH_PATH],
  });
  const isShared = note.sharedAt !== null;
  const when = moment(note.at, instantOf(nowMs()));
  return (
    <Row>
      <span className="plan-words">{note.text}</span>
      <span className="sub">
        {note.byName}, {when}.{" "}
        {isShared ? m.plan_support_shared({ tutor }) : m.plan_support_unshared({ tutor })}
      </span>
      <span className="row row-wrap">
        {path.abilities.share.allowed && (
          <Button
            busy={share.busy}
            onClick={() => share.run({ params, body: { shared: !isShared } })}
          >
            {isShared ? m.plan_support_unshare({ tutor }) : m.plan_support_share({ tutor })}
          </Button>
        )}
        {path.abilities.writeSupport.allowed && (
          <Button kind="quiet" busy={end.busy} onClick={() => end.run({ params })}>
            {m.plan_take_away()}
          </Button>
        )}
      </span>
      <ProblemNote error={share.problem ?? end.problem} />
    </Row>
  );
}

function NewNote({ view }: { view: PlanView }) {
  const [text, setText] = useState("");
  const [noteId, setNoteId] = useState<string>(() => crypto.randomUUID());
  const write = useDeed<typeof writeSupport>({
    method: "PUT",
    path: `${PATH_PATH}/support/{noteId}`,
    changes: [PATH_PATH],
    onDone: () => {
      setText("");
      setNoteId(crypto.randomUUID());
    },
  });
  const send = () =>
    write.run({ params: { placementId: view.placementId, noteId }, body: { text: text.trim() } });
  return (
    <div className="stack no-print">
      <TextArea
        label={m.plan_support_new()}
        rows={2}
        maxLength={1_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <ProblemNote error={write.problem} />
      <Button
        kind="second"
        busy={write.busy}
        onClick={send}
        {...(text.trim() === "" ? { notYet: m.plan_wait_text() } : {})}
      >
        {m.plan_support_add()}
      </Button>
    </div>
  );
}
