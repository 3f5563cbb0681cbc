import { LockKeyhole, type LucideIcon, UserRound, UsersRound } from "lucide-react";
import { m } from "#messages/web";
import { names } from "./format.ts";

/** Who sees a paragraph: only the student; the student and the teacher; all three. */
export type Audience = "private" | "teacher" | "all";

/** First names of the other two. */
export type AudiencePeople = { teacher: string; tutor: string };

/** From the narrowest to the widest. */
export const AUDIENCES: readonly Audience[] = ["private", "teacher", "all"];

export const AUDIENCE_ICONS: Record<Audience, LucideIcon> = {
  private: LockKeyhole,
  teacher: UserRound,
  all: UsersRound,
};

/** "Leila, Sanna and me"; "Only me" */
export function audienceNames(audience: Audience, people: AudiencePeople): string {
  if (audience === "private") return m.ui_audience_private();
  const others = audience === "teacher" ? [people.teacher] : [people.tutor, people.teacher];
  return names([...others, m.ui_me()]);
}

export function isWider(next: Audience, present: Audience): boolean {
  return AUDIENCES.indexOf(next) > AUDIENCES.indexOf(present);
}

/** Who begins to see a paragraph when it is widened. */
export function newReaders(next: Audience, present: Audience, people: AudiencePeople): string {
  const readers: string[] = [];
  if (next === "all") readers.push(people.tutor);
  if (present === "private") readers.push(people.teacher);
  return names(readers);
}
