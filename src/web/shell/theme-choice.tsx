import { useId } from "react";
import { m } from "#messages/web";
import { Segment } from "#web/ui/segment.tsx";
import { chooseTheme, useTheme } from "./theme.ts";

/** Light or dark on this device; as the device says until somebody chooses. */
export function ThemeChoice() {
  const name = useId();
  const theme = useTheme();
  return (
    <Segment
      legend={m.shell_theme()}
      name={name}
      value={theme}
      onChange={(chosen) => chooseTheme(chosen ?? "device")}
      options={[
        { value: "device", label: m.shell_theme_device() },
        { value: "light", label: m.shell_theme_light() },
        { value: "dark", label: m.shell_theme_dark() },
      ]}
    />
  );
}
