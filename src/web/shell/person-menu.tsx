import { LogOut } from "lucide-react";
import { useId } from "react";
import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";
import { Segment } from "#web/ui/segment.tsx";
import { chooseTheme, useTheme } from "./theme.ts";

/** Under the person's name: light or dark, and the way out. */
export function PersonMenu({ onSignOut }: { onSignOut: () => void }) {
  const name = useId();
  const theme = useTheme();
  return (
    <>
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
      <Button icon={LogOut} block onClick={onSignOut}>
        {m.shell_sign_out()}
      </Button>
    </>
  );
}
