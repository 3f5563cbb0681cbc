import { Check, CircleSlash, X } from "lucide-react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { Button } from "#web/ui/button.tsx";
import { dayYear } from "#web/ui/format.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import type { AnswerCode } from "../checklist.ts";
import { answerName, type ChecklistsView, type FieldView, fieldName } from "./checklist-view.ts";
import { FileLink } from "./file-link.tsx";

const ICONS = { yes: Check, no: X, na: CircleSlash } as const satisfies Record<AnswerCode, unknown>;

type SignedProps = { view: ChecklistsView; field: FieldView; onClose: () => void };

/** What was answered and signed, to be read: it never changes. */
export function SignedList({ view, field: { field, signed }, onClose }: SignedProps) {
  if (signed === null) return null;
  const { givenName, familyName } = signed.by;
  const held = { name: `${givenName} ${familyName}`, day: dayYear(signed.validUntil) };
  return (
    <Section title={fieldName(field)} end={m.checklist_held(held)}>
      <Rows label={fieldName(field)}>
        {signed.items.map(({ id, question, answer, remark, fileId }) => (
          <Row
            key={id}
            icon={ICONS[answer ?? "na"]}
            tone={answer === "no" ? "ling" : "spruce"}
            sub={remark}
            end={
              <>
                {fileId && <FileLink placementId={view.placementId} fileId={fileId} />}
                {answer && answerName(answer)}
              </>
            }
          >
            {textOf(question)}
          </Row>
        ))}
      </Rows>
      <p className="small muted">{m.checklist_signed_stays()}</p>
      <Button onClick={onClose}>{m.checklist_read_back()}</Button>
    </Section>
  );
}
