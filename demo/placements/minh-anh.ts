import { on } from "../calendar.ts";
import { lehtoDaysEn } from "../days/restaurant-days.ts";
import { kitchen, shared } from "../requirements.ts";
import { note, type PlacementDraft } from "./placement-draft.ts";
import { atLehto } from "./posts.ts";
import { usual } from "./usual-placement.ts";

/** The demonstration has a proposed time in the plan; it waits for Kimmo. */
export const minhAnh: PlacementDraft = usual(
  atLehto,
  { student: "minh-anh-nguyen", state: "running", weeks: [-8, 1], language: "en" },
  {
    plan: {
      version: 3,
      sent: on(-1, 4),
      marks: ["student", "teacher"],
      support:
        "Demonstration in the warm kitchen in the last full week. Words of the day in Finnish each morning.",
      travel: "On foot, 15 minutes.",
      meals: "Lunch at the restaurant, paid by the college.",
    },
    log: {
      notes: lehtoDaysEn,
      written: [
        [
          on(-2, 1),
          note(
            "warm",
            [kitchen.cooksLunch],
            "Fish soup for 110. I wrote the recipe again in my own words and it was clearer.",
          ),
        ],
        [
          on(-2, 2),
          note(
            "hall",
            [kitchen.servesTable],
            "Dining room. A guest spoke very fast, I asked again and it was fine.",
          ),
        ],
        [
          on(-2, 4),
          note("diets", [kitchen.cooksDiets], "Three diets in one lunch. Labels on every plate.", {
            teacher:
              "The list of allergens is only in Finnish. I made a small list in English for me.",
          }),
        ],
        [
          on(-2, 5),
          note(
            "checks",
            [kitchen.keepsKitchenSafe],
            "Cooling and cleaning. 60 to 6 in under four hours.",
          ),
        ],
        [
          on(-1, 1),
          note(
            "prep",
            [kitchen.prepares, shared.asksAndListens],
            "I planned the preparation for two people and told the other student what to do.",
          ),
        ],
        [
          on(-1, 2),
          note("warm", [kitchen.cooksLunch], "Made the sauce and the vegetables of the day alone."),
        ],
        [
          on(-1, 3),
          note(
            "line",
            [kitchen.plates],
            "Line from 11 to 13. The twentieth plate looked like the first.",
          ),
        ],
        [
          on(-1, 4),
          note(
            "warm",
            [kitchen.cooksLunch],
            "We talked about the demonstration. I want to make the fish.",
            {
              private: "I am nervous about the exam but also happy.",
            },
          ),
        ],
        [
          on(-1, 5),
          note(
            "checks",
            [kitchen.keepsKitchenSafe],
            "Weekly cleaning of the cold store. Oldest in front.",
          ),
        ],
      ],
    },
    talks: [
      {
        kind: "start",
        on: on(-8, 1),
        at: "09:00",
        note: "Hours, hygiene card and lunch agreed. Kimmo shows each dish once, then Minh Anh makes it.",
      },
      {
        kind: "mid",
        on: on(-5, 3),
        at: "14:30",
        note: "Very good progress in the warm kitchen. From here more work in the dining room for the language.",
      },
      {
        kind: "other",
        on: on(-2, 5),
        at: "14:00",
        minutes: 15,
        place: "video",
        note: "We looked for a day for the demonstration. Sanna proposes a day in the last full week.",
      },
      { kind: "end", on: on(1, 4), at: "14:00" },
    ],
  },
);
