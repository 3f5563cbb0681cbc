import { useState } from "react";
import { m } from "#messages/web";
import { clockWord } from "#web/ui/format.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { clockFromText } from "./clock-text.ts";

type ClockFieldProps = {
  label: string;
  /** "07:30" */
  clock: string;
  onChange: (clock: string) => void;
};

/** A time of day as people type it. The browser's own time field would follow its own language, not the page's. */
export function ClockField({ label, clock, onChange }: ClockFieldProps) {
  const [typed, setTyped] = useState<string>();
  const [unclear, setUnclear] = useState(false);
  const finish = () => {
    if (typed === undefined) return;
    const read = clockFromText(typed);
    setUnclear(read === undefined);
    if (read === undefined) return;
    setTyped(undefined);
    onChange(read);
  };
  return (
    <TextField
      label={label}
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      error={unclear ? m.plan_clock_unclear({ sample: clockWord("07:30") }) : undefined}
      value={typed ?? clockWord(clock)}
      onChange={({ target }) => setTyped(target.value)}
      onFocus={({ target }) => target.select()}
      onBlur={finish}
      onKeyDown={({ key }) => key === "Enter" && finish()}
    />
  );
}
