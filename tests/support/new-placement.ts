import { expect, type Visitor } from "./visitor.ts";

type Person = { id: string; givenName: string; familyName: string };
type Choices = {
  students: (Person & { providerId: string })[];
  teachers: Person[];
  workplaces: { id: string; name: string; tutors: Person[] }[];
  frameworks: { versionId: string; units: { id: string; name: { fi: string } }[] }[];
};

type Wanted = {
  readonly student: string;
  readonly teacher: string;
  readonly workplace: string;
  readonly tutor: string;
  /** Units whose Finnish names begin so. */
  readonly units: readonly string[];
};

/** A placement of the coming year that is being planned and has no plan yet, as the teacher's own page would make it. */
export async function newPlacement(teacher: Visitor, wanted: Wanted): Promise<string> {
  const choices = await teacher.read<Choices>("/api/placement-choices");
  const student = named(choices.students, wanted.student);
  const workplace = choices.workplaces.find(({ name }) => name.startsWith(wanted.workplace));
  const framework = choices.frameworks[0];
  const { today } = await teacher.read<{ today: string }>("/api/board");
  const startsOn = Temporal.PlainDate.from(today).add({ weeks: 30 });
  if (workplace === undefined || framework === undefined) throw new Error("not among the choices");
  const id = crypto.randomUUID();
  await post(teacher, "/api/placements", {
    id,
    providerId: student.providerId,
    studentId: student.id,
    workplaceId: workplace.id,
    teacherId: named(choices.teachers, wanted.teacher).id,
    tutorId: named(workplace.tutors, wanted.tutor).id,
    frameworkVersionId: framework.versionId,
    unitIds: framework.units
      .filter(({ name }) => wanted.units.some((start) => name.fi.startsWith(start)))
      .map((unit) => unit.id),
    basis: "training_agreement",
    startsOn: startsOn.toString(),
    endsOn: startsOn.add({ weeks: 8 }).toString(),
    partTimePercent: 100,
  });
  const move = { to: "planning", reason: null, ending: null };
  await post(teacher, `/api/placements/${id}/moves`, move);
  return id;
}

function named<P extends Person>(people: readonly P[], name: string): P {
  const found = people.find((one) => `${one.givenName} ${one.familyName}` === name);
  if (found === undefined) throw new Error(`${name} is not among the choices`);
  return found;
}

async function post(visitor: Visitor, path: string, data: object): Promise<void> {
  const answer = await visitor.context.request.post(path, {
    data,
    headers: { "Idempotency-Key": crypto.randomUUID() },
  });
  expect(answer.ok(), `POST ${path}: ${await answer.text()}`).toBe(true);
}
