import { ageOn } from "#features/placements/placement.ts";
import { dayAt } from "#server/clock.ts";
import { edge, type Route } from "#server/deed.ts";
import { openSession } from "#server/session.ts";
import { isLanguage } from "#shared/language.ts";
import { accept, refuse } from "#shared/outcome.ts";
import {
  becomeDemoPerson,
  listDemoMessages,
  listDemoPeople,
  restartDemo,
} from "../demo.contract.ts";
import { reloadDemo } from "./api.ts";
import { countDemo, findDemoMessages, findDemoPeople } from "./demo.queries.ts";

const FEATURED = [
  "Aino Salmela",
  "Mika Korhonen",
  "Sanna Heikkilä",
  "Jari Mäkinen",
  "Eetu Lahtinen",
];

const listDemoPeopleRoute = edge(listDemoPeople, async ({ house, at }) => {
  const rows = await findDemoPeople(house.db);
  const today = dayAt(at, "Europe/Helsinki");
  const people = rows.map((row) => ({
    personId: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    language: isLanguage(row.language) ? row.language : ("fi" as const),
    age: row.born_on === null ? null : ageOn(Temporal.PlainDate.from(row.born_on), today),
    role: row.role,
    providerNames: row.providers.map(({ name }) => name),
    workplaceName: row.workplace_name,
    featured: FEATURED.includes(`${row.given_name} ${row.family_name}`),
  }));
  return accept({ people, counts: await countDemo(house.db) });
});

const becomeDemoPersonRoute = edge(
  becomeDemoPerson,
  async ({ house, request, reply }, { body }) => {
    const person = await house.db
      .selectFrom("person")
      .select("id")
      .where("id", "=", body.personId)
      .executeTakeFirst();
    if (person === undefined) return refuse("not_found");
    await openSession(house, request, reply, { personId: person.id, means: "demo" });
    return accept({ done: true });
  },
);

const listDemoMessagesRoute = edge(listDemoMessages, async ({ house }) =>
  accept({ messages: await findDemoMessages(house.db) }),
);

const restartDemoRoute = edge(restartDemo, async ({ house }) => {
  await reloadDemo(house);
  return accept({ done: true });
});

export const demoRoutes: Route[] = [
  listDemoPeopleRoute,
  becomeDemoPersonRoute,
  listDemoMessagesRoute,
  restartDemoRoute,
];
