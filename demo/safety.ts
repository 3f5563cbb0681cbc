/** Nobody has gone through the safety of these yet. */
export const UNSIGNED_WORKPLACES: readonly string[] = ["varasto"];

type Followed = {
  readonly item: string;
  readonly text: string;
  readonly owner: "teacher" | "workplace";
  /** Days from today. */
  readonly due: number;
  readonly done: number | null;
};

/** What a checklist found that had to be put right. */
export const FOLLOWED: Readonly<Record<string, readonly Followed[]>> = {
  "niemi-kauppakatu": [
    {
      item: "first-aid",
      text: "Ensiapukaappi täydennetään ja sen paikka merkitään.",
      owner: "workplace",
      due: -80,
      done: -82,
    },
  ],
  lehto: [
    {
      item: "protective",
      text: "Viiltosuojakäsineet myös pienessä koossa.",
      owner: "workplace",
      due: 18,
      done: null,
    },
  ],
};
