import { useQuery } from "@tanstack/react-query";
import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { type ComponentType, type ReactNode, useEffect } from "react";
import { keepLanguage, leave, meOptions } from "#features/people/web/people.requests.ts";
import type { Language } from "#shared/language.ts";
import { chooseLanguage, followLanguage, useLanguage } from "./i18n/language.ts";
import { isDemo, MeContext } from "./session.ts";
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
        <Outlet />
      </Shell>
    </MeContext>
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
  page("/workplaces", () =>
    import("#features/workplaces/web/workplaces-page.tsx").then((file) => file.WorkplacesPage),
  ),
  page("/workplaces/$workplaceId", () =>
    import("#features/workplaces/web/workplace-page.tsx").then((file) => file.WorkplacePage),
  ),
  page("/placements/new", () =>
    import("#features/placements/web/new-placement-page.tsx").then((file) => file.NewPlacementPage),
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
    import("#features/suitability/web/suitability-page.tsx").then((file) => file.SuitabilityPage),
  ),
  page("/placements/$placementId/checks", () =>
    import("#features/rules/web/checks-page.tsx").then((file) => file.ChecksPage),
  ),
  page("/placements/$placementId/checklist", () =>
    import("#features/checklists/web/checklist-page.tsx").then((file) => file.ChecklistPage),
  ),
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
