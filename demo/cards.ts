import type { PersonKey, RequirementCode, TaskKey } from "./story-types.ts";

type Words = { readonly fi: string; readonly sv?: string; readonly en?: string };

export interface OwnCard {
  readonly provider: string;
  readonly writtenBy: PersonKey;
  readonly requirement: RequirementCode;
  readonly offered: boolean;
  readonly plain: Words;
  readonly seenWhen: Words;
  readonly tasks: readonly Words[];
}

/** Saimaanranta has written its own words, not yet in English; Kymenranta offers its card to others. */
export const OWN_CARDS: readonly OwnCard[] = [
  {
    provider: "saimaanranta",
    writtenBy: "jari-makinen",
    requirement: "ammattitaitovaatimukset_990208",
    offered: false,
    plain: {
      fi: "Luovuttaa työn asiakkaalle siistinä",
      sv: "Lämnar över arbetet städat till kunden",
    },
    seenWhen: {
      fi: "Näet sen siitä, että opiskelija siivoaa, näyttää säädöt ja kysyy, jäikö jotain epäselväksi.",
      sv: "Du ser det när den studerande städar, visar reglagen och frågar om något är oklart.",
    },
    tasks: [{ fi: "Loppukatselmus asukkaan kanssa", sv: "Slutsyn med den boende" }],
  },
  {
    provider: "kymenranta",
    writtenBy: "henrik-blom",
    requirement: "ammattitaitovaatimukset_990208",
    offered: true,
    plain: {
      fi: "Opastaa asukkaan ja jättää paikan siistiksi",
      sv: "Visar den boende och lämnar platsen städad",
      en: "Shows the resident how it works and leaves the place clean",
    },
    seenWhen: {
      fi: "Näet sen siitä, että asukas osaa itse säätää lämmön, kun opiskelija lähtee.",
      sv: "Du ser det när den boende själv kan ställa in värmen då den studerande går.",
      en: "You see it when the resident can set the heat as the student leaves.",
    },
    tasks: [{ fi: "Käytön opastus", sv: "Visning av användningen", en: "Show how it is used" }],
  },
];

export interface SortedCard {
  readonly requirement: RequirementCode;
  readonly answer: "done" | "help" | "not";
  readonly tasks: readonly TaskKey[];
}

/** Mika has sorted half of Onni's cards; nobody has sorted any at Olena's place, where Petra has been asked. */
export const SORTED: Readonly<Record<PersonKey, readonly SortedCard[]>> = {
  "onni-virtanen": [
    {
      requirement: "ammattitaitovaatimukset_990202",
      answer: "done",
      tasks: ["niemi-kauppakatu-joints"],
    },
    {
      requirement: "ammattitaitovaatimukset_990204",
      answer: "done",
      tasks: ["niemi-kauppakatu-pipe-runs", "niemi-kauppakatu-bathroom", "niemi-kauppakatu-joints"],
    },
    {
      requirement: "ammattitaitovaatimukset_990206",
      answer: "help",
      tasks: ["niemi-kauppakatu-pressure-tests"],
    },
    { requirement: "ammattitaitovaatimukset_990207", answer: "not", tasks: [] },
    {
      requirement: "ammattitaitovaatimukset_990208",
      answer: "help",
      tasks: ["niemi-kauppakatu-valve-calls", "niemi-kauppakatu-hand-over"],
    },
  ],
};
