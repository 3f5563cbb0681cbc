import { useState } from "react";
import { Combobox } from "../ui/combobox.tsx";
import { DateField } from "../ui/date-field.tsx";

const WORKPLACES = [
  { id: "1", label: "Kahvila Rantapuisto", detail: "Rantakatu 2, 2 students now" },
  { id: "2", label: "LVI-Niemi", detail: "Kauppakatu 14, 1 student now" },
  { id: "3", label: "Hoitokoti Kanerva", detail: "Mäntytie 5" },
];

/** A chunk of its own: these bring react-aria. */
export default function SearchFields() {
  const [day, setDay] = useState<string | null>("2026-11-30");
  const [workplace, setWorkplace] = useState<string | null>(null);
  return (
    <div className="stack">
      <DateField label="First day" value={day} onChange={setDay} min="2026-11-23" />
      <DateField
        label="Last day"
        value={null}
        onChange={() => undefined}
        hint="A Friday, as a rule"
        error="Choose the last day."
      />
      <Combobox
        label="Workplace"
        items={WORKPLACES}
        value={workplace}
        onChange={setWorkplace}
        hint="Name or street"
      />
    </div>
  );
}
