import { useState } from "react";
import { m } from "#messages/web";
import { newKey } from "#web/new-key.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { dayYear } from "#web/ui/format.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import { DOCUMENT_KINDS, type DocumentKind, paperState } from "../register.ts";
import type { putDocument } from "../workplace.contract.ts";
import { PartForm, WORKPLACE_READS } from "./part-form.tsx";
import { documentName } from "./register-words.ts";
import type { Workplace } from "./workplace-page.tsx";

type Draft = {
  id: string;
  kind: DocumentKind;
  title: string;
  validFrom: string | null;
  validUntil: string | null;
};

const LONGEST = 120;

/** Insurance, risk assessment, permits: until when each holds. */
export function DocumentsSection(props: { workplace: Workplace; mayEdit: boolean }) {
  const { workplace, mayEdit } = props;
  const [draft, setDraft] = useState<Draft | null>(null);
  const { put, send, remove } = usePutDocument(workplace);
  const save = async () => {
    if (draft === null) return;
    await send({ ...draft, title: draft.title.trim() || documentName(draft.kind) }, false);
    setDraft(null);
  };
  const end = mayEdit && draft === null && (
    <Button kind="quiet" onClick={() => setDraft(newDraft())}>
      {m.register_document_add()}
    </Button>
  );
  return (
    <Section title={m.register_documents()} end={end}>
      {draft !== null && (
        <PartForm
          label={m.register_document_add()}
          busy={put.busy}
          problem={put.problem}
          onSave={() => void save().catch(() => undefined)}
          onClose={() => setDraft(null)}
        >
          <DocumentFields draft={draft} onDraft={setDraft} />
        </PartForm>
      )}
      {workplace.documents.length === 0 && <p className="muted">{m.register_documents_none()}</p>}
      <Rows label={m.register_documents()}>
        {workplace.documents.map((document) => (
          <DocumentRow
            key={document.id}
            document={document}
            today={workplace.today}
            deeds={
              mayEdit && {
                edit: () => setDraft(document),
                remove: () => void remove(document).catch(() => undefined),
              }
            }
          />
        ))}
      </Rows>
    </Section>
  );
}

function usePutDocument(workplace: Workplace) {
  const say = useToast();
  const put = useDeed<typeof putDocument>({
    method: "PUT",
    path: "/api/workplaces/{workplaceId}/documents/{documentId}",
    changes: WORKPLACE_READS,
  });
  const send = ({ id, ...body }: Draft, removed: boolean, version = workplace.version) =>
    put.ask({
      params: { workplaceId: workplace.id, documentId: id },
      version,
      body: { ...body, removed },
    });
  const remove = async (document: Draft) => {
    const { version } = await send(document, true);
    say({
      text: m.register_document_removed({ name: document.title }),
      undo: () => void send(document, false, version).catch(() => undefined),
    });
  };
  return { put, send, remove };
}

function newDraft(): Draft {
  return { id: newKey(), kind: "insurance", title: "", validFrom: null, validUntil: null };
}

function DocumentFields({ draft, onDraft }: { draft: Draft; onDraft: (draft: Draft) => void }) {
  return (
    <>
      <SelectField
        label={m.register_document_kind()}
        value={draft.kind}
        options={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: documentName(kind) }))}
        onChange={({ target }) => {
          const kind = DOCUMENT_KINDS.find((one) => one === target.value);
          if (kind) onDraft({ ...draft, kind });
        }}
      />
      <TextField
        label={m.register_name()}
        optional
        maxLength={LONGEST}
        value={draft.title}
        onChange={({ target }) => onDraft({ ...draft, title: target.value })}
      />
      <DateField
        label={m.register_valid_until()}
        value={draft.validUntil}
        onChange={(validUntil) => onDraft({ ...draft, validUntil })}
      />
    </>
  );
}

type DocumentRowProps = {
  document: Draft;
  today: string;
  deeds: false | { edit: () => void; remove: () => void };
};

function DocumentRow({
  document: { kind, title: name, validUntil },
  today,
  deeds,
}: DocumentRowProps) {
  return (
    <Row
      sub={
        <>
          {documentName(kind)}. <Validity until={validUntil} today={today} />
        </>
      }
      end={
        deeds && (
          <>
            <Button kind="quiet" aria-label={m.register_edit_name({ name })} onClick={deeds.edit}>
              {m.register_edit()}
            </Button>
            <Button
              kind="quiet"
              aria-label={m.register_remove_name({ name })}
              onClick={deeds.remove}
            >
              {m.register_remove()}
            </Button>
          </>
        )
      }
    >
      {name}
    </Row>
  );
}

function Validity({ until, today }: { until: string | null; today: string }) {
  if (until === null) return <Badge>{m.register_paper_open()}</Badge>;
  const day = dayYear(until);
  switch (paperState(until, today)) {
    case "ended":
      return <Badge kind="stop">{m.register_paper_ended({ day })}</Badge>;
    case "soon":
      return <Badge kind="wait">{m.register_paper_soon({ day })}</Badge>;
    default:
      return <Badge kind="ok">{m.register_paper_until({ day })}</Badge>;
  }
}
