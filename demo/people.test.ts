import { describe, expect, test } from "vitest";
import { isBusinessId } from "#features/workplaces/business-id.ts";
import { tellStory } from "./story.ts";

const story = tellStory("2026-11-23");
const people = new Set(story.people.map(({ key }) => key));
const providers = new Set(story.providers.map(({ key }) => key));
const employers = new Set(story.employers.map(({ key }) => key));
const workplaces = new Set(story.workplaces.map(({ key }) => key));

describe("people and places of the demo", () => {
  test("each person, address and telephone number is there once", () => {
    expect(people.size).toBe(story.people.length);
    expect(new Set(story.people.map(({ email }) => email)).size).toBe(people.size);
    expect(new Set(story.people.map(({ phone }) => phone)).size).toBe(people.size);
  });

  test("every address is of an invented host", () => {
    const addresses = story.people.map(({ email }) => email);
    expect(addresses.filter((one) => !/^[a-z.-]+@[a-z.]+\.example\.org$/.test(one))).toEqual([]);
  });

  test("every role belongs to a person, a provider, an employer or a workplace", () => {
    const { staff, students, tutors, representatives } = story;
    const acting = [...staff, ...students, ...tutors, ...representatives];
    expect(acting.filter(({ person }) => !people.has(person))).toEqual([]);
    expect([...staff, ...students].filter(({ provider }) => !providers.has(provider))).toEqual([]);
    expect(tutors.filter(({ workplace }) => !workplaces.has(workplace))).toEqual([]);
    expect(representatives.filter(({ employer }) => !employers.has(employer))).toEqual([]);
    expect(story.workplaces.filter(({ employer }) => !employers.has(employer))).toEqual([]);
  });

  test("somebody acts for each employer and guides at each workplace", () => {
    const acting = new Set(story.representatives.map(({ employer }) => employer));
    const guided = new Set(story.tutors.map(({ workplace }) => workplace));
    expect([...employers].filter((employer) => !acting.has(employer))).toEqual([]);
    expect([...workplaces].filter((workplace) => !guided.has(workplace))).toEqual([]);
  });

  test("Business IDs are valid and different", () => {
    const ids = [...story.providers, ...story.employers].map(({ businessId }) => businessId);
    expect(ids.filter((id) => !isBusinessId(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("twelve workplaces have five to seven tasks each, in three languages", () => {
    expect(story.workplaces).toHaveLength(12);
    expect(story.workplaces.filter(({ tasks }) => tasks.length < 5 || tasks.length > 7)).toEqual(
      [],
    );
    const texts = story.workplaces.flatMap(({ about, tasks }) => [
      about,
      ...tasks.map(({ name }) => name),
    ]);
    expect(texts.flatMap((text) => Object.values(text)).filter((words) => !words.trim())).toEqual(
      [],
    );
    const keys = story.workplaces.flatMap(({ tasks }) => tasks.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("Sanna has 40 students, Kymenranta four, and everybody has one placement", () => {
    const sannas = story.students.filter(({ teacher }) => teacher === "sanna-heikkila");
    expect(sannas).toHaveLength(40);
    expect(story.students).toHaveLength(44);
    expect(story.placements.map(({ student }) => student).toSorted()).toEqual(
      story.students.map(({ person }) => person).toSorted(),
    );
  });

  test.each(["mika-korhonen", "petra-lehtonen"])(
    "%s guides students of both providers",
    (tutor) => {
      const own = story.placements.filter((placement) => placement.tutor === tutor);
      expect(new Set(own.map(({ provider }) => provider))).toEqual(providers);
    },
  );
});
