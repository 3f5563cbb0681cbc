import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { newKey } from "#web/new-key.ts";
import type { AnswerOf } from "#web/request.ts";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { dayNumber, dayYear } from "#web/ui/format.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { readRegisterChoices } from "../register.contract.ts";
import type { putCapacity } from "../workplace.contract.ts";
import { PartForm, WORKPLACE_READS } from "./part-form.tsx";
import type { Workplace } from "./workplace-page.tsx";

type Fields = AnswerOf<typeof readRegisterChoices>["fields"];
type Agreed = Workplace["capacity"][number];
type Draft = Omit<Agreed, "version" | "startsOn" | "endsOn"> & {
  version?: number;
  startsOn: string | null;
  endsOn: string | null;
};
type CapacityProps = { workplace: Workplace; fields: Fields; mayEdit: boolean };

const MOST = 500;

/** How many students the workplace takes: by field and period, as agreed with one's own college. */
export function CapacitySection({ workplace, fields, mayEdit }: CapacityProps) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const { put, send, withdraw } = usePutCapacity(workplace);
  const save = async () => {
    if (draft === null || draft.startsOn === null || draft.endsOn === null) return;
    const { startsOn, endsOn, version } = draft;
    const agreed = { ...draft, startsOn, endsOn, version: version ?? 0 };
    await send(agreed, false, version === undefined);
    setDraft(null);
  };
  const [first] = workplace.fields;
  const end = mayEdit && draft === null && (
    <Button kind="quiet" onClick={() => setDraft(newDraft(first ?? fields[0]?.code ?? "general"))}>
      {m.register_capacity_add()}
    </Button>
  );
  return (
    <Section title={m.register_capacity()} end={end}>
      {draft !== null && (
        <PartForm
          label={m.register_capacity_add()}
          busy={put.busy}
          problem={put.problem}
          onSave={() => void save().catch(() => undefined)}
          onClose={() => setDraft(null)}
        >
          <CapacityFields draft={draft} onDraft={setDraft} fields={fields} />
        </PartForm>
      )}
      {workplace.capacity.length === 0 && <p className="muted">{m.register_capacity_none()}</p>}
      <Rows label={m.register_capacity()}>
        {workplace.capacity.map((one) => (
          <AgreedRow
            key={one.id}
            agreed={one}
            fields={fields}
            deeds={
              mayEdit && {
                edit: () => setDraft(one),
                withdraw: () => void withdraw(one).catch(() => undefined),
              }
            }
          />
        ))}
      </Rows>
    </Section>
  );
}

function usePutCapacity(workplace: Workplace) {
  const say = useToast();
  const put = useDeed<typeof putCapacity>({
    method: "PUT",
    path: "/api/workplaces/{workplaceId}/capacity/{capacityId}",
    changes: WORKPLACE_READS,
  });
  const send = ({ id, version, ...body }: Agreed, withdrawn: boolean, isNew = false) =>
    put.ask({
      params: { workplaceId: workplace.id, capacityId: id },
      ...(isNew ? {} : { version }),
      body: { ...body, withdrawn },
    });
  const withdraw = async (agreed: Agreed) => {
    const { version } = await send(agreed, true);
    say({
      text: m.register_capacity_withdrawn(),
      undo: () => void send({ ...agreed, version }, false).catch(() => undefined),
    });
  };
  return { put, send, withdraw };
}

type AgreedRowProps = {
  agreed: Agreed;
  fields: Fields;
  deeds: false | { edit: () => void; withdraw: () => void };
};

function AgreedRow({ agreed, fields, deeds }: AgreedRowProps) {
  const field = textOf(fields.find(({ code }) => code === agreed.field)?.name) || agreed.field;
  const words = m.register_places({ count: agreed.places, field });
  return (
    <Row
      sub={m.workplace_dates({ from: dayNumber(agreed.startsOn), to: dayYear(agreed.endsOn) })}
      end={
        deeds && (
          <>
            <Button
              kind="quiet"
              aria-label={m.register_edit_name({ name: words })}
              onClick={deeds.edit}
            >
              {m.register_edit()}
            </Button>
            <Button
              kind="quiet"
              aria-label={m.register_remove_name({ name: words })}
              onClick={deeds.withdraw}
            >
              {m.register_remove()}
            </Button>
          </>
        )
      }
    >
      {words}
    </Row>
  );
}

function newDraft(field: string): Draft {
  return { id: newKey(), field, places: 1, startsOn: null, endsOn: null };
}

type FieldsProps = { draft: Draft; onDraft: (draft: Draft) => void; fields: Fields };

function CapacityFields({ draft, onDraft, fields }: FieldsProps) {
  return (
    <>
      <SelectField
        label={m.register_field()}
        value={draft.field}
        options={fields.map(({ code, name }) => ({ value: code, label: textOf(name) }))}
        onChange={({ target }) => onDraft({ ...draft, field: target.value })}
      />
      <TextField
        type="number"
        label={m.register_places_label()}
        min={1}
        max={MOST}
        value={draft.places}
        onChange={({ target }) => onDraft({ ...draft, places: Number(target.value) })}
      />
      <DateField
        label={m.register_from()}
        value={draft.startsOn}
        onChange={(startsOn) => onDraft({ ...draft, startsOn })}
      />
      <DateField
        label={m.register_until()}
        value={draft.endsOn}
        onChange={(endsOn) => onDraft({ ...draft, endsOn })}
      />
    </>
  );
}
