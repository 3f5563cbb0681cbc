import { lazy, type ReactNode, Suspense } from "react";
import type { Language } from "#shared/language.ts";
import { useLanguage } from "#web/i18n/language.ts";
import { useMe } from "#web/session.ts";
import { LanguageSwitch } from "#web/ui/language-switch.tsx";
import { SkipLink } from "#web/ui/skip-link.tsx";
import { ToastProvider } from "#web/ui/toast.tsx";
import { useHeading } from "./heading.ts";
import { PlainBar } from "./plain-bar.tsx";
import { DemoStrip, OfflineStrip } from "./strips.tsx";

/** Menus are for those who are signed in for themselves; who came by a link never fetches them. */
const OwnBar = lazy(() => import("./own-bar.tsx").then((file) => ({ default: file.OwnBar })));

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
  return (
    <div className="shell">
      <SkipLink />
      <DemoStrip me={me} />
      <OfflineStrip />
      {me === undefined && toCome}
      {me === null || me?.means === "link" ? <PlainBar languageSwitch={languageSwitch} /> : null}
      {me && me.means !== "link" && (
        <Suspense fallback={toCome}>
          <OwnBar me={me} languageSwitch={languageSwitch} onSignOut={onSignOut} />
        </Suspense>
      )}
      <ToastProvider>{children}</ToastProvider>
    </div>
  );
}
