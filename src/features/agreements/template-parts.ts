import type { Language } from "#shared/language.ts";
import type { PaperBlock } from "#shared/paper.ts";
import type { AgreementFacts, Contact } from "./agreement-facts.ts";
import type { Wording } from "./agreement-template.ts";
import { clockIn, dayIn, nameIn, reachOf, spanIn, textIn } from "./template-placeholders.ts";
import { TEMPLATE_WORDS as WORDS } from "./template-words.ts";

/** A table or list of facts that a template may put in, alone on a line: {table:objectives}. */
export type TemplatePart<Facts = AgreementFacts> = {
  readonly code: string;
  readonly name: Wording;
  readonly blocks: (facts: Facts, language: Language) => readonly PaperBlock[];
};

export const PARTS: readonly TemplatePart[] = [
  {
    code: "facts:parties",
    name: { fi: "osapuolten tiedot", sv: "parternas uppgifter", en: "facts of the parties" },
    blocks: partiesOf,
  },
  {
    code: "facts:hours",
    name: { fi: "ajan tiedot", sv: "tidens uppgifter", en: "facts of the hours" },
    blocks: hoursOf,
  },
  {
    code: "table:objectives",
    name: { fi: "tavoitteiden taulukko", sv: "tabell över målen", en: "table of objectives" },
    blocks: objectivesOf,
  },
  {
    code: "table:tasks",
    name: { fi: "työtehtävien luettelo", sv: "lista över arbetsuppgifter", en: "list of tasks" },
    blocks: ({ tasks }, language) =>
      tasks.length === 0
        ? [{ kind: "text", text: WORDS.noTasks[language] }]
        : [{ kind: "list", items: tasks.map((task) => textIn(task, language)) }],
  },
  {
    code: "table:talks",
    name: { fi: "keskustelujen taulukko", sv: "tabell över samtalen", en: "table of talks" },
    blocks: talksOf,
  },
];

function partiesOf(facts: AgreementFacts, language: Language): PaperBlock[] {
  const { student, provider, employer, teacher, tutor } = facts;
  const person = (who: Contact) => `${who.name}, ${reachOf(who, language)}`;
  return [
    {
      kind: "facts",
      rows: [
        [WORDS.student[language], student.name],
        [WORDS.college[language], `${nameIn(provider.name, language)}, ${provider.businessId}`],
        [WORDS.employer[language], `${employer.name}, ${employer.businessId}`],
        [WORDS.workplace[language], `${employer.workplace}, ${employer.address}`],
        [WORDS.tutor[language], person(tutor)],
        [WORDS.teacher[language], person(teacher)],
      ],
    },
  ];
}

function hoursOf({ hours, period }: AgreementFacts, language: Language): PaperBlock[] {
  const days = `${dayIn(period.startsOn, language)}–${dayIn(period.endsOn, language)}`;
  const clocks = [hours.dayStartsAt, hours.dayEndsAt].map((time) => clockIn(time, language));
  return [
    {
      kind: "facts",
      rows: [
        [WORDS.when[language], days],
        [WORDS.day[language], clocks.join("–")],
        [WORDS.pause[language], spanIn(hours.breakMinutes)],
        [WORDS.week[language], spanIn(hours.minutesPerWeek)],
      ],
    },
  ];
}

function objectivesOf({ objectives }: AgreementFacts, language: Language): PaperBlock[] {
  if (objectives.length === 0) return [{ kind: "text", text: WORDS.noTasks[language] }];
  return [
    {
      kind: "table",
      caption: WORDS.objectives[language],
      head: [WORDS.number[language], WORDS.objective[language]],
      rows: objectives.map(({ text }, index) => [String(index + 1), textIn(text, language)]),
    },
  ];
}

function talksOf({ talks, timeZone }: AgreementFacts, language: Language): PaperBlock[] {
  if (talks.length === 0) return [{ kind: "text", text: WORDS.noTalks[language] }];
  return [
    {
      kind: "table",
      caption: WORDS.talks[language],
      head: [WORDS.talk[language], WORDS.when[language]],
      rows: talks.map(({ kind, at }) => {
        const then = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
        const day = dayIn(then.toPlainDate().toString(), language);
        const time = clockIn(then.toPlainTime().toString().slice(0, 5), language);
        return [WORDS.talkKinds[kind][language], `${day} ${time}`];
      }),
    },
  ];
}
