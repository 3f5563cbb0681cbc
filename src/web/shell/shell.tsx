import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import type { Language } from "#shared/language.ts";
import { useLanguage } from "#web/i18n/language.ts";
import { isStaff, type Me, useMe } from "#web/session.ts";
import { LanguageSwitch } from "#web/ui/language-switch.tsx";
import { SkipLink } from "#web/ui/skip-link.tsx";
import { ToastProvider } from "#web/ui/toast.tsx";
import { useHeading } from "./heading.ts";
import { PlainBar } from "./plain-bar.tsx";
import { DemoStrip, OfflineStrip } from "./strips.tsx";

type OwnProps = { me: Me; languageSwitch: ReactNode; onSignOut: () => void };
type OwnPart = { default: ComponentType<OwnProps> };

/** What only some readers need comes after the page: who opens a link waits for none of it. */
const OwnBar = lazy((): Promise<OwnPart> => {
  return import("./own-bar.tsx").then((file) => ({ default: file.OwnBar }), withoutIt);
});
const OwnFoot = lazy((): Promise<OwnPart> => {
  return import("./own-foot.tsx").then((file) => ({ default: file.OwnFoot }), withoutIt);
});

/** The network went before this part came: the page itself stays readable. */
function withoutIt(): OwnPart {
  return { default: () => null };
}

type ShellProps = {
  children: ReactNode;
  onLanguage: (language: Language) => void;
  onSignOut: () => void;
};

/** Everything around a page: the same bar stays while pages change under it. */
export function Shell({ children, onLanguage, onSignOut }: ShellProps) {
  const language = useLanguage();
  const me = useMe();
  useHeading();
  const languageSwitch = <LanguageSwitch current={language} onChoose={onLanguage} />;
  const toCome = <div className="bar-to-come" />;
  const own = me && { me, languageSwitch, onSignOut };
  return (
    <div className="shell">
      <SkipLink />
      <DemoStrip me={me} />
      <OfflineStrip />
      <Suspense fallback={toCome}>
        {me === undefined ? toCome : null}
        {own && isStaff(me) ? <OwnBar {...own} /> : null}
        {me === undefined || isStaff(me) ? null : <PlainBar languageSwitch={languageSwitch} />}
      </Suspense>
      <ToastProvider>{children}</ToastProvider>
      <Suspense>{own && !isStaff(me) ? <OwnFoot {...own} /> : null}</Suspense>
    </div>
  );
}
