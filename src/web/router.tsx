import { useQuery } from "@tanstack/react-query";
import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  useLocation,
} from "@tanstack/react-router";
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from "react";
import { keepLanguage, leave, meOptions } from "#features/people/web/people.requests.ts";
import { firstPageOf } from "#features/placements/web/first-page.ts";
import type { Language } from "#shared/language.ts";
import { chooseLanguage, followLanguage, useLanguage } from "./i18n/language.ts";
import { holds, isDemo, MeContext, useMe } from "./session.ts";
import { FailedPage, NotFoundPage } from "./shell/edge-pages.tsx";
import { Shell } from "./shell/shell.tsx";
import { WaitingPage } from "./shell/waiting-page.tsx";

function Root() {
  const { data, isError } = useQuery(meOptions);
  const me = isError ? null : data?.me;
  useEffect(() => {
    // A visitor of the demo is many people and keeps their own language.
    if (me && !isDemo()) followLanguage(me.language);
  }, [me]);
  const speak = (language: Language) => {
    chooseLanguage(language);
    if (me) void keepLanguage(language).catch(() => undefined);
  };
  // A fresh load forgets everything that was read as this person.
  const signOut = () => void leave().finally(() => location.assign("/"));
  return (
    <MeContext value={me}>
      <Shell onLanguage={speak} onSignOut={signOut}>
        <TopStrips />
        <Outlet />
      </Shell>
    </MeContext>
  );
}

const InductionStrip = lazy(() =>
  import("#features/induction/web/induction-strip.tsx").then((file) => ({
    default: file.InductionStrip,
  })),
);
const OwnInductionStrips = lazy(() =>
  import("#features/induction/web/induction-strip.tsx").then((file) => ({
    default: file.OwnInductionStrips,
  })),
);
const AgreementStrip = lazy(() =>
  import("#features/agreements/web/agreement-strip.tsx").then((file) => ({
    default: file.AgreementStrip,
  })),
);
const HeardStrip = lazy(() =>
  import("#features/safety/web/heard-strip.tsx").then((file) => ({ default: file.HeardStrip })),
);
const PLACEMENT = /^\/placements\/([0-9a-f-]{36})(\/(?!induction|print)|$)/;

const OWN_PAGES = ["/today", "/safety"];

const HEARERS = ["teacher", "tutor", "coordinator", "provider_admin", "desk_adviser"] as const;

/** Above every page: what a student has told the reader, and what the placement still misses. */
function TopStrips() {
  const { pathname } = useLocation();
  const placementId = PLACEMENT.exec(pathname)?.[1];
  const me = useMe();
  const hears = me && me.means !== "link" && holds(me, ...HEARERS);
  return (
    <Suspense>
      {hears && !pathname.startsWith("/safety") && <HeardStrip personId={me.personId} />}
      {me && pathname === "/today" && firstPageOf(me) !== "tutor" && <AgreementStrip />}
      {OWN_PAGES.includes(pathname) && holds(me, "student", "tutor") && (
        <OwnInductionStrips isTutor={holds(me, "tutor")} />
      )}
      {placementId !== undefined && <InductionStrip placementId={placementId} />}
    </Suspense>
  );
}

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage });

/** "/placements/$placementId/plan" -> { placementId: string }: a page's props are its address. */
type ParamsOf<Path extends string> = Path extends `${string}$${infer Name}/${infer Rest}`
  ? { [key in Name]: string } & ParamsOf<Rest>
  : Path extends `${string}$${infer Name}`
    ? { [key in Name]: string }
    : unknown;

/** A page at an address: its code comes when it is opened, its params reach it as props. */
function page<const Path extends string>(
  path: Path,
  load: () => Promise<ComponentType<ParamsOf<Path>>>,
) {
  // The address decides the props (ParamsOf); from here on no one asks which page it is.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const anyPage = load as unknown as () => Promise<(params: object) => ReactNode>;
  const Content = lazyRouteComponent(async () => ({ default: await anyPage() }));
  const route = createRoute({ getParentRoute: () => root, path });
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each route, when this file loads
  function Mounted() {
    // A change of language draws the page again with all that is typed in it.
    useLanguage();
    const params: object = route.useParams();
    return <Content {...params} />;
  }
  const preload = () => Content.preload?.() ?? Promise.resolve();
  return route.update({ component: Object.assign(Mounted, { preload }) });
}

/** Only in the demo: whom to be, what was sent, and every component in every state. */
const demoPages = [
  page("/demo", () => import("#features/demo/web/demo-page.tsx").then((file) => file.DemoPage)),
  page("/demo/messages", () =>
    import("#features/demo/web/messages-page.tsx").then((file) => file.MessagesPage),
  ),
  page("/ui", () => import("#web/gallery/gallery-page.tsx").then((file) => file.GalleryPage)),
];

const routeTree = root.addChildren([
  page("/", () => import("#features/people/web/front-page.tsx").then((file) => file.FrontPage)),
  page("/sign-in", () =>
    import("#features/people/web/sign-in-page.tsx").then((file) => file.SignInPage),
  ),
  page("/l/$token", () =>
    import("#features/people/web/link-page.tsx").then((file) => file.LinkPage),
  ),
  page("/address/$token", () =>
    import("#features/people/web/address-page.tsx").then((file) => file.AddressPage),
  ),
  page("/today", () =>
    import("#features/placements/web/today-page.tsx").then((file) => file.TodayPage),
  ),
  page("/qualifications", () =>
    import("#features/frameworks/web/qualifications-page.tsx").then(
      (file) => file.QualificationsPage,
    ),
  ),
  page("/qualifications/import", () =>
    import("#features/frameworks/web/import-page.tsx").then((file) => file.ImportPage),
  ),
  page("/qualifications/cards", () =>
    import("#features/cards/web/missing-cards-page.tsx").then((file) => file.MissingCardsPage),
  ),
  page("/qualifications/cards/$requirementId", () =>
    import("#features/cards/web/objective-card-page.tsx").then((file) => file.ObjectiveCardPage),
  ),
  page("/qualifications/$versionId", () =>
    import("#features/frameworks/web/qualification-page.tsx").then(
      (file) => file.QualificationPage,
    ),
  ),
  page("/qualifications/$versionId/import", () =>
    import("#features/frameworks/web/report-page.tsx").then((file) => file.ReportPage),
  ),
  page("/rules", () =>
    import("#features/rules/web/rule-pack-page.tsx").then((file) => file.RulePackPage),
  ),
  page("/templates", () =>
    import("#features/agreements/web/templates-page.tsx").then((file) => file.TemplatesPage),
  ),
  page("/templates/$basis", () =>
    import("#features/agreements/web/template-page.tsx").then((file) => file.TemplatePage),
  ),
  page("/workplaces", () =>
    import("#features/workplaces/web/workplaces-page.tsx").then((file) => file.WorkplacesPage),
  ),
  page("/workplaces/new", () =>
    import("#features/workplaces/web/new-workplace-page.tsx").then((file) => file.NewWorkplacePage),
  ),
  page("/workplaces/import", () =>
    import("#features/workplaces/web/import-page.tsx").then((file) => file.ImportPage),
  ),
  page("/workplaces/duplicates", () =>
    import("#features/workplaces/web/duplicates-page.tsx").then((file) => file.DuplicatesPage),
  ),
  page("/workplaces/merge/$left/$right", () =>
    import("#features/workplaces/web/merge-page.tsx").then((file) => file.MergePage),
  ),
  page("/workplaces/$workplaceId", () =>
    import("#features/workplaces/web/workplace-page.tsx").then((file) => file.WorkplacePage),
  ),
  page("/workplaces/$workplaceId/standing", () =>
    import("#features/suitability/web/standing-page.tsx").then((file) => file.StandingPage),
  ),
  page("/workplaces/$workplaceId/framework-agreements", () =>
    import("#features/agreements/web/frameworks-page.tsx").then((file) => file.FrameworksPage),
  ),
  page("/placements/new", () =>
    import("#features/placements/web/new-placement-page.tsx").then((file) => file.NewPlacementPage),
  ),
  page("/agreements", () =>
    import("#features/agreements/web/my-agreements-page.tsx").then((file) => file.MyAgreementsPage),
  ),
  page("/agreements/$agreementId", () =>
    import("#features/agreements/web/agreement-page.tsx").then((file) => file.AgreementPage),
  ),
  page("/verify", () =>
    import("#features/agreements/web/verify-page.tsx").then((file) => file.VerifyPage),
  ),
  page("/calendar", () =>
    import("#features/calendars/web/calendar-page.tsx").then((file) => file.CalendarPage),
  ),
  page("/safety", () =>
    import("#features/safety/web/safety-page.tsx").then((file) => file.SafetyPage),
  ),
  page("/safety/heard", () =>
    import("#features/safety/web/heard-page.tsx").then((file) => file.HeardPage),
  ),
  page("/safety/lead", () =>
    import("#features/safety/web/safety-lead-page.tsx").then((file) => file.SafetyLeadPage),
  ),
  page("/placements", () =>
    import("#features/placements/web/placement-list-page.tsx").then(
      (file) => file.PlacementListPage,
    ),
  ),
  page("/placements/$placementId", () =>
    import("#features/placements/web/placement-page.tsx").then((file) => file.PlacementPage),
  ),
  page("/placements/$placementId/plan", () =>
    import("#features/plans/web/plan-page.tsx").then((file) => file.PlanPage),
  ),
  page("/placements/$placementId/suitability", () =>
    import("./placement-suitability.tsx").then((file) => file.PlacementSuitability),
  ),
  page("/placements/$placementId/induction", () =>
    import("#features/induction/web/induction-page.tsx").then((file) => file.InductionPage),
  ),
  page("/placements/$placementId/cards", () =>
    import("#features/cards/web/cards-page.tsx").then((file) => file.CardsPage),
  ),
  page("/placements/$placementId/checks", () =>
    import("./placement-checks.tsx").then((file) => file.PlacementChecks),
  ),
  page("/placements/$placementId/checklist", () =>
    import("#features/checklists/web/checklist-page.tsx").then((file) => file.ChecklistPage),
  ),
  page("/placements/$placementId/agreements", () =>
    import("#features/agreements/web/agreements-page.tsx").then((file) => file.AgreementsPage),
  ),
  page("/placements/$placementId/history", () =>
    import("#features/audit/web/history-page.tsx").then((file) => file.HistoryPage),
  ),
  page("/seal", () => import("#features/seals/web/seal-page.tsx").then((file) => file.SealPage)),
  page("/audit", () => import("#features/audit/web/audit-page.tsx").then((file) => file.AuditPage)),
  page("/placements/$placementId/weeks/$week", () =>
    import("#features/logbooks/web/week-page.tsx").then((file) => file.WeekPage),
  ),
  page("/placements/$placementId/days/$day", () =>
    import("#features/logbooks/web/day-page.tsx").then((file) => file.DayPage),
  ),
  ...(isDemo() ? demoPages : []),
]);

function Failed({ error, reset }: ErrorComponentProps) {
  return <FailedPage error={error} reset={reset} />;
}

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingComponent: WaitingPage,
  defaultPendingMs: 0,
  defaultPendingMinMs: 0,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
