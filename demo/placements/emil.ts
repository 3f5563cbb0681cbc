import { on } from "../calendar.ts";
import { lindDays } from "../days/goods-days.ts";
import { joinery, shared } from "../requirements.ts";
import { note, type PlacementDraft } from "./placement-draft.ts";
import { atLind } from "./posts.ts";
import { usual } from "./usual-placement.ts";

/** The tutor has been silent for two weeks; two weeks wait and he was asked twice. */
export const emil: PlacementDraft = usual(
  atLind,
  { student: "emil-lindqvist", state: "running", weeks: [-5, 4], language: "sv" },
  {
    log: {
      notes: lindDays,
      share: [0, 2],
      written: [
        [
          on(-2, 1),
          note(
            "assembly",
            [joinery.assembles],
            "Monterade tre skåpstommar. Den andra vred sig i tvingarna, så jag lossade och började om.",
          ),
        ],
        [
          on(-2, 2),
          note(
            "joints",
            [joinery.makesJoints],
            "Sinkade en låda till en båtinredning. Ingen springa syns, inte ens med lampa bakom.",
          ),
        ],
        [
          on(-2, 3),
          note(
            "cutting",
            [joinery.machinesWood],
            "Kapade och hyvlade ek till en bänk. Handledaren var på ett bygge, så jag arbetade med Maria.",
          ),
        ],
        [
          on(-2, 4),
          note(
            "finishing",
            [joinery.finishesSurface],
            "Slipning och första oljningen. Dammet måste bort helt, annars syns det i morgon.",
          ),
        ],
        [
          on(-2, 5),
          note(
            "tools",
            [joinery.caresTools],
            "Veckostädning, spånsäcken bytt och alla blad kontrollerade.",
          ),
        ],
        [
          on(-1, 1),
          note(
            "fitting",
            [shared.servesCustomer],
            "Monterade köksluckor hos en kund. Kunden ville ändra handtagen, så jag ringde verkstaden och frågade.",
          ),
        ],
        [
          on(-1, 2),
          note(
            "cutting",
            [joinery.choosesWood, joinery.machinesWood],
            "Sorterade ekplankor och gjorde en egen kaplista. Spillet blev mindre än väntat.",
          ),
        ],
        [
          on(-1, 3),
          note(
            "joints",
            [joinery.makesJoints],
            "Tappfogar till en dörrkarm. Två av åtta måste göras om.",
            {
              teacher:
                "Karl-Erik har inte hunnit titta på mina veckor. Vem kan jag visa fogarna för?",
            },
          ),
        ],
        [
          on(-1, 4),
          note(
            "assembly",
            [joinery.assembles],
            "Dörrkarmen gick ihop. Maria mätte diagonalerna och sa att de stämmer.",
          ),
        ],
        [
          on(-1, 5),
          note("finishing", [joinery.finishesSurface], "Oljade dörren. Klar för leverans."),
        ],
      ],
    },
    weeks: { silentFrom: -3 },
    nudges: [
      { to: "karl-erik-lind", channel: "email", about: "week", on: on(-1, 2), at: "09:00" },
      { to: "karl-erik-lind", channel: "sms", about: "week", on: on(-1, 4), at: "10:30" },
    ],
    talks: [
      {
        kind: "start",
        on: on(-5, 1),
        at: "08:00",
        note: "Planen gicks igenom i verkstaden. Karl-Erik handleder, Maria är ersättare när han är på bygge.",
      },
      {
        kind: "other",
        on: on(-3, 5),
        at: "13:00",
        minutes: 15,
        place: "phone",
        note: "Emil vill göra möbelsnickeri i yrkesprovet. Vi väljer objektet vid mittsamtalet.",
      },
      { kind: "mid", on: on(1, 3), at: "13:00" },
      { kind: "end", on: on(4, 4), at: "13:00" },
    ],
  },
);
