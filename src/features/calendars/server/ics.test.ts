import ICAL from "ical.js";
import ical from "node-ical";
import { describe, expect, test } from "vitest";
import { type Appointment, icsOf } from "./ics.ts";

const STAMP = Temporal.Instant.from("2026-11-23T06:00:00Z");
const ABOUT = {
  sequence: 3,
  stamp: STAMP,
  summary: "Aloituskeskustelu: Äijö, Öhman; \\ ja muut",
  description: "Ensimmäinen rivi\nToinen rivi, jossa on pilkku",
  location: "Hämeentie 1, 53100 Lappeenranta",
};
const at = (uid: string, local: string, zone = "Europe/Helsinki"): Appointment => ({
  ...ABOUT,
  uid,
  starts: Temporal.ZonedDateTime.from(`${local}[${zone}]`),
  minutes: 45,
});
/** Both sides of both nights on which the clocks change, and the hour that comes twice. */
const AROUND = [
  at("before-spring", "2027-03-26T09:00"),
  at("after-spring", "2027-03-29T09:00"),
  at("spring-night", "2027-03-28T02:30"),
  at("before-autumn", "2026-10-23T09:00"),
  at("after-autumn", "2026-10-26T09:00"),
  at("summer-before-rule", "2026-07-01T13:30"),
];
const MAIL = {
  method: "REQUEST",
  organizer: { name: 'Saimaanranta; "ammattiopisto": Ä', email: "kisalli@example.org" },
  attendee: { name: "Mika, Korhonen: tutor", email: "mika@example.org" },
} as const;

/** What ical.js, the reader in Thunderbird, makes of a file, its zone taken from the file itself. */
function readByIcalJs(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  ICAL.TimezoneService.reset();
  return events.map((event) => ({
    uid: event.uid,
    start: instant(event.startDate.toJSDate().getTime()),
    end: instant(event.endDate.toJSDate().getTime()),
    summary: event.summary,
    location: event.location,
    description: event.description,
    sequence: event.sequence,
  }));
}

function readByNodeIcal(text: string) {
  return Object.values(ical.sync.parseICS(text)).flatMap((event) =>
    event?.type === "VEVENT" ? [event] : [],
  );
}

const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString();
const wanted = (one: Appointment) =>
  "starts" in one
    ? [one.starts.toInstant().toString(), one.starts.add({ minutes: 45 }).toInstant().toString()]
    : [];

describe("a calendar file", () => {
  const text = icsOf({ ...MAIL, appointments: AROUND });

  test("tells two independent readers the same instants across both changes of the clock", () => {
    const expected = AROUND.map((one) => [one.uid, ...wanted(one)]);
    expect(readByIcalJs(text).map(({ uid, start, end }) => [uid, start, end])).toEqual(expected);
    expect(
      readByNodeIcal(text).map((event) => [
        event.uid,
        instant(event.start.getTime()),
        instant(event.end?.getTime() ?? 0),
      ]),
    ).toEqual(expected);
  });

  test("brings its words whole, names with signs too", () => {
    const [one] = readByIcalJs(text);
    expect(one).toMatchObject({
      summary: ABOUT.summary,
      location: ABOUT.location,
      description: ABOUT.description,
      sequence: 3,
    });
    const [event] = readByNodeIcal(text);
    expect(event?.summary).toBe(ABOUT.summary);
    const attendee = new ICAL.Component(ICAL.parse(text))
      .getFirstSubcomponent("vevent")
      ?.getFirstProperty("attendee");
    expect(attendee?.getFirstValue()?.toString().toLowerCase()).toBe("mailto:mika@example.org");
    expect(attendee?.getParameter("cn")).toBe(MAIL.attendee.name);
  });

  test("has lines of at most 75 octets that end in CR LF, and stamps in UTC", () => {
    const lines = text.split("\r\n");
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text).toContain("DTSTAMP:20261123T060000Z");
    expect(text).toContain("LAST-MODIFIED:20261123T060000Z");
  });

  test("has the zone in it once, before the first appointment", () => {
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(text.indexOf("END:VTIMEZONE")).toBeLessThan(text.indexOf("BEGIN:VEVENT"));
  });

  test("speaks in UTC where the zone does not follow the European rule", () => {
    const far = [at("far", "2026-12-02T09:00", "Asia/Tokyo")];
    const plain = icsOf({ method: "PUBLISH", appointments: far });
    expect(plain).not.toContain("VTIMEZONE");
    expect(readByIcalJs(plain)[0]?.start).toBe("2026-12-02T00:00:00Z");
    expect(instant(readByNodeIcal(plain)[0]?.start.getTime() ?? 0)).toBe("2026-12-02T00:00:00Z");
  });

  test("holds whole days as days, the last one included", () => {
    const days = icsOf({
      method: "PUBLISH",
      appointments: [
        {
          ...ABOUT,
          uid: "demonstration",
          from: Temporal.PlainDate.from("2026-12-14"),
          to: Temporal.PlainDate.from("2026-12-16"),
        },
      ],
    });
    expect(days).toContain("DTSTART;VALUE=DATE:20261214");
    expect(days).toContain("DTEND;VALUE=DATE:20261217");
  });

  test("with nothing in it is still a calendar", () => {
    expect(readByIcalJs(icsOf({ method: "PUBLISH", appointments: [] }))).toEqual([]);
  });

  test("lets no line in through a name", () => {
    const sly = { name: "Mika\r\nATTACH:http://example.org", email: "mika@example.org" };
    const injected = icsOf({
      ...MAIL,
      attendee: sly,
      appointments: [at("one", "2026-12-02T09:00")],
    });
    expect(injected).not.toMatch(/^ATTACH/m);
  });
});
