import { useDeferredValue, useState } from "react";
import { m } from "#messages/web";
import { holds, useMe } from "#web/session.ts";
import { Page } from "#web/shell/page.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { Chip, ChipGroup } from "#web/ui/chip.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { type ListState, PlacementListParts } from "./placement-list-parts.tsx";
import "./placement-list-page.css";

const LONGEST_FIND = 80;

/** Every placement the reader may see: found by a name, narrowed by where it is in its life. */
export function PlacementListPage() {
  const [find, setFind] = useState("");
  const [state, setState] = useState<ListState>();
  const asked = { find: useDeferredValue(find.trim()), state: useDeferredValue(state) };
  const mayPropose = holds(useMe(), "teacher", "coordinator");
  const add = mayPropose && (
    <ButtonLink kind="primary" size="tall" href="/placements/new">
      {m.placement_list_new()}
    </ButtonLink>
  );
  return (
    <Page frame="staff">
      <PageHead title={m.placement_list_title()} end={add} />
      <div className="main stack">
        <div className="placement-list-filters">
          <TextField
            type="search"
            label={m.placement_list_find()}
            maxLength={LONGEST_FIND}
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
          <StateChips state={state} onState={setState} />
        </div>
        <PlacementListParts key={`${asked.state} ${asked.find}`} asked={asked} />
      </div>
    </Page>
  );
}

type StateChipsProps = { state: ListState; onState: (state: ListState) => void };

function StateChips({ state, onState }: StateChipsProps) {
  const chips = [
    { value: undefined, label: m.placement_list_all() },
    { value: "before", label: m.placement_list_before() },
    { value: "running", label: m.placement_list_running() },
    { value: "over", label: m.placement_list_over() },
  ] as const;
  return (
    <ChipGroup label={m.placement_list_show()}>
      {chips.map(({ value, label }) => (
        <Chip key={label} pressed={state === value} onPress={() => onState(value)}>
          {label}
        </Chip>
      ))}
    </ChipGroup>
  );
}
