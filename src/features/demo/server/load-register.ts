import { dayAt, newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { LANGUAGES, type Language } from "#shared/language.ts";
import type { Story, Trade, Workplace } from "../../../../demo/story-types.ts";
import { insertRows } from "./demo.queries.ts";
import { type Ground, idOf } from "./load-ground.ts";

const FIELDS: Readonly<Record<Trade, string>> = {
  "building-services": "construction",
  electrical: "electrical",
  vehicle: "vehicle",
  wood: "construction",
  logistics: "general",
  restaurant: "kitchen",
  "practical-nurse": "care",
  hairdressing: "business",
};

const CONTACTS = [
  { kind: "phone", text: "Soitettu: keväälle mahtuu, asia vahvistetaan tammikuussa." },
  { kind: "visit", text: "Käynti paikalla. Ohjaajalla on aikaa, pukuhuone on kunnossa." },
  { kind: "email", text: "Kysytty syksyn paikoista, vastausta odotetaan." },
  { kind: "note", text: "Bussi tulee portille kello 6.40. Turvakengät saa työpaikalta." },
] as const;

/** What the coordinator keeps: fields, places agreed, papers, contacts, a saved view, and one double to be found. */
export async function loadRegister(
  tx: Tx,
  story: Story,
  ground: Ground,
  at: Temporal.Instant,
): Promise<void> {
  const provider_id = idOf(ground.providers, "saimaanranta");
  const coordinator = idOf(ground.people, "jari-makinen");
  const today = dayAt(at, "Europe/Helsinki");
  const places = story.workplaces.map((workplace, nth) => ({
    nth,
    workplace,
    id: idOf(ground.workplaces, workplace.key),
  }));
  const rowsOf = (make: (place: Place) => object[]) => places.flatMap(make);
  await loadWork(tx, story, places);
  await insertRows(
    tx,
    "workplace_capacity",
    rowsOf((place) => capacityOf(place, provider_id, today)),
  );
  await insertRows(
    tx,
    "workplace_document",
    rowsOf((place) => papersOf(place, today)),
  );
  const writer = { provider_id, written_by: coordinator, written_at: at.toString() };
  await insertRows(
    tx,
    "relation_entry",
    rowsOf((place) => contactsOf(place, today).map((contact) => ({ ...writer, ...contact }))),
  );
  await loadView(tx, { provider_id, owner_id: coordinator });
  await loadDouble(tx, places, { provider_id, said_by: coordinator, said_at: at.toString() });
}

/** What is done at each workplace, and in which languages it guides. */
async function loadWork(tx: Tx, story: Story, places: readonly Place[]): Promise<void> {
  const fields = places.map(({ id, workplace }) => ({
    workplace_id: id,
    field: FIELDS[workplace.trade],
  }));
  await insertRows(tx, "workplace_field", fields);
  const languages = places.flatMap(({ id, workplace }) =>
    languagesOf(story, workplace).map((language) => ({ workplace_id: id, language })),
  );
  await insertRows(tx, "workplace_language", languages);
}

async function loadView(tx: Tx, owner: { provider_id: string; owner_id: string }): Promise<void> {
  const view = { id: newId(), name: "Tilaa keväällä", query: "room=left&sort=room" };
  await insertRows(tx, "saved_view", [{ ...owner, ...view, shared: true, version: 1 }]);
}

type Place = { readonly nth: number; readonly workplace: Workplace; readonly id: string };

function capacityOf({ id, workplace }: Place, provider_id: string, today: Temporal.PlainDate) {
  const place = { provider_id, workplace_id: id, field: FIELDS[workplace.trade], version: 1 };
  const starts_on = today.subtract({ months: 3 }).toString();
  const ends_on = today.add({ months: 9 }).toString();
  return [{ ...place, id: newId(), starts_on, ends_on, places: workplace.capacity }];
}

/** Everybody guides in Finnish, and in the language of whoever is or comes there. */
function languagesOf({ placements, people }: Story, { key }: Workplace): Language[] {
  const here = placements.filter(({ workplace }) => workplace === key);
  return LANGUAGES.filter(
    (language) =>
      language === "fi" ||
      people.some(
        (person) =>
          person.language === language && here.some(({ student }) => student === person.key),
      ),
  );
}

/** Some hold for long, some end soon, one in seven has ended. */
function papersOf({ id, nth }: Place, today: Temporal.PlainDate) {
  const until = nth % 7 === 3 ? today.subtract({ days: 12 }) : today.add({ days: 7 + 41 * nth });
  const insured = { workplace_id: id, valid_until: today.add({ days: 330 + nth }).toString() };
  const paper = { workplace_id: id, valid_until: until.toString() };
  return [
    { ...insured, id: newId(), kind: "insurance", title: "Vastuuvakuutus" },
    { ...paper, id: newId(), kind: "permit", title: "Toimintalupa" },
    ...(nth % 3 === 0
      ? [
          {
            workplace_id: id,
            id: newId(),
            kind: "risk_assessment",
            title: "Riskien arviointi",
            valid_until: today.add({ years: 1 }).toString(),
          },
        ]
      : []),
  ];
}

function contactsOf({ id, nth }: Place, today: Temporal.PlainDate) {
  const contact = CONTACTS[nth % CONTACTS.length] ?? CONTACTS[0];
  const on_day = today.subtract({ days: 3 + ((nth * 13) % 80) }).toString();
  return [{ id: newId(), workplace_id: id, on_day, ...contact }];
}

/** The first workplace stands twice, as it came from a spreadsheet; two others were told apart. */
async function loadDouble(
  tx: Tx,
  places: readonly Place[],
  said: { provider_id: string; said_by: string; said_at: string },
): Promise<void> {
  const [first, second, third] = places;
  if (first === undefined || second === undefined || third === undefined) return;
  const { employer_id } = await tx
    .selectFrom("workplace")
    .select("employer_id")
    .where("id", "=", first.id)
    .executeTakeFirstOrThrow();
  const { name, street, town } = first.workplace;
  await tx
    .insertInto("workplace")
    .values({ id: newId(), employer_id, name: `${name} 2`, street, municipality: town })
    .execute();
  const [left_id, right_id] = [second.id, third.id].toSorted((a, b) => (a < b ? -1 : 1));
  await insertRows(tx, "known_different", [{ ...said, left_id, right_id }]);
}
