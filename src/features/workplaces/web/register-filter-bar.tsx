import { type ReactNode, useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { Chip, ChipGroup } from "#web/ui/chip.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { number } from "#web/ui/format.ts";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useView } from "#web/view.ts";
import type { listWorkplaces, readRegisterChoices } from "../register.contract.ts";
import { STANDINGS, USUAL_DAYS } from "../register.ts";
import type { Filters } from "./register-query.ts";
import { standingName } from "./register-words.ts";

type Listed = AnswerOf<typeof listWorkplaces>;
type BarProps = { filters: Filters; put: (change: Filters) => void; listed: Listed };

const LONGEST_FIND = 80;

/** Words, the filters that are used daily as chips, and the rest behind "More filters". */
export function RegisterFilterBar({ filters, put, listed }: BarProps) {
  const [find, setFind] = useState(filters.find ?? "");
  const more = Boolean(filters.requirement ?? filters.from ?? filters.until ?? filters.standing);
  return (
    <div className="stack-3">
      <div className="register-filters">
        <TextField
          type="search"
          label={m.workplace_find()}
          maxLength={LONGEST_FIND}
          value={filters.find === undefined && find.trim() !== "" ? "" : find}
          onChange={({ target }) => {
            setFind(target.value);
            put({ find: target.value.trim() || undefined });
          }}
        />
        <FieldFilter filters={filters} put={put} listed={listed} />
        <SelectField
          label={m.workplace_municipality()}
          empty={m.register_any()}
          value={filters.place ?? ""}
          options={listed.counts.place.map(({ value, count }) => option(value, value, count))}
          onChange={({ target }) => put({ place: target.value || undefined })}
        />
      </div>
      <QuickFilters filters={filters} put={put} listed={listed} />
      <Details open={more}>
        <MoreFilters filters={filters} put={put} listed={listed} />
      </Details>
    </div>
  );
}

function Details({ open, children }: { open: boolean; children: ReactNode }) {
  return (
    <details open={open}>
      <summary>{m.register_more()}</summary>
      {children}
    </details>
  );
}

function option(value: string, label: string, count: number) {
  return { value, label: m.register_option({ label, count: number(count) }) };
}

function FieldFilter({ filters, put, listed }: BarProps) {
  const { fields } = useView<typeof readRegisterChoices>({ path: "/api/register/choices" });
  const counts = new Map(listed.counts.field.map(({ value, count }) => [value, count]));
  return (
    <SelectField
      label={m.register_field()}
      empty={m.register_any()}
      value={filters.field ?? ""}
      options={fields.map(({ code, name }) => option(code, textOf(name), counts.get(code) ?? 0))}
      onChange={({ target }) => put({ field: target.value || undefined })}
    />
  );
}

function QuickFilters({ filters, put, listed: { counts } }: BarProps) {
  const valid = counts.papers.find(({ value }) => value === "valid")?.count ?? 0;
  const toggle = (name: keyof Filters, value: string) => () =>
    put({ [name]: filters[name] === value ? undefined : value });
  const days = String(USUAL_DAYS);
  return (
    <ChipGroup label={m.register_show()}>
      <Chip pressed={filters.room === "left"} onPress={toggle("room", "left")} count={counts.room}>
        {m.register_room_left()}
      </Chip>
      <Chip pressed={filters.papers === "valid"} onPress={toggle("papers", "valid")} count={valid}>
        {m.register_papers_valid()}
      </Chip>
      <Chip
        pressed={filters.contacted === days}
        onPress={toggle("contacted", days)}
        count={counts.contacted}
      >
        {m.register_contacted({ days })}
      </Chip>
      <Chip
        pressed={filters.contacted === `-${days}`}
        onPress={toggle("contacted", `-${days}`)}
        count={counts.notContacted}
      >
        {m.register_not_contacted({ days })}
      </Chip>
    </ChipGroup>
  );
}

function MoreFilters({ filters, put, listed }: BarProps) {
  const { requirements } = useView<typeof readRegisterChoices>({ path: "/api/register/choices" });
  const counts = new Map(listed.counts.standing.map(({ value, count }) => [value, count]));
  return (
    <div className="register-filters">
      <DateField
        label={m.register_from()}
        value={filters.from ?? null}
        onChange={(day) => put({ from: day ?? undefined })}
      />
      <DateField
        label={m.register_until()}
        value={filters.until ?? null}
        onChange={(day) => put({ until: day ?? undefined })}
      />
      <SelectField
        label={m.register_standing()}
        empty={m.register_any()}
        value={filters.standing ?? ""}
        options={STANDINGS.map((one) => option(one, standingName(one), counts.get(one) ?? 0))}
        onChange={({ target }) => put({ standing: target.value || undefined })}
      />
      <Combobox
        label={m.register_requirement()}
        value={filters.requirement ?? null}
        items={requirements.map(({ id, unitName, lead, text }) => ({
          id,
          label: [textOf(lead), textOf(text)].filter(Boolean).join(" "),
          detail: textOf(unitName),
        }))}
        onChange={(id) => put({ requirement: id ?? undefined })}
      />
    </div>
  );
}
