import type { PersonKey } from "./story-types.ts";

/** Whom the college has named as its safety lead. */
export const SAFETY_LEAD = { provider: "saimaanranta", person: "jari-makinen" } as const;

/** What students have told, and to whom; everybody else has answered their checks for themselves alone. */
export const TOLD: readonly {
  readonly student: PersonKey;
  readonly kind: "day_1" | "near_miss";
  readonly answers: readonly ("yes" | "unsure" | "no")[];
  readonly words: string | null;
  readonly part: "teacher" | "tutor";
  readonly state: "told" | "confirmed";
  /** Days before the story's today. */
  readonly daysAgo: number;
  readonly reply: string | null;
}[] = [
  {
    student: "aino-salmela",
    kind: "day_1",
    answers: ["yes", "unsure", "yes"],
    words: null,
    part: "tutor",
    state: "confirmed",
    daysAgo: 40,
    reply: "Kävimme yhdessä läpi siivutuskoneen ja uunin.",
  },
  {
    student: "fatima-hassan",
    kind: "near_miss",
    answers: [],
    words: "Lava kallistui laiturilla. Kukaan ei jäänyt alle.",
    part: "teacher",
    state: "told",
    daysAgo: 0,
    reply: null,
  },
];
