import { Check } from "lucide-react";
import { Icon } from "./icon.tsx";
import { allDone, inOrder, type Mark, pieceName, pieceVerb, type Three } from "./marks-label.ts";

const APART = [
  "M1 1L92 1L104 51L1 51Z",
  "M96 1L204 1L192 51L108 51Z",
  "M208 1L299 1L299 51L196 51Z",
] as const;
const HOME = [
  "M1 1L93.4 1L105.4 51L1 51Z",
  "M94.6 1L205.4 1L193.4 51L106.6 51Z",
  "M206.6 1L299 1L299 51L194.6 51Z",
] as const;

/**
 * The joint: the three marks large, names in the pieces, what each did below. The picture is hidden
 * from readers, the list is real text. deed names it: "Week 47".
 */
export function Joint({ deed, marks }: { deed: string; marks: Three }) {
  const [student, tutor, teacher] = inOrder(marks);
  const shapes = allDone(marks) ? HOME : APART;
  return (
    <div className="joint">
      <svg viewBox="0 0 300 52" preserveAspectRatio="none" aria-hidden="true">
        <path className={student.state} d={shapes[0]} vectorEffect="non-scaling-stroke" />
        <path className={tutor.state} d={shapes[1]} vectorEffect="non-scaling-stroke" />
        <path className={teacher.state} d={shapes[2]} vectorEffect="non-scaling-stroke" />
      </svg>
      <ul aria-label={deed}>
        <Part mark={student} />
        <Part mark={tutor} />
        <Part mark={teacher} />
      </ul>
    </div>
  );
}

/** Longer first names are set smaller, on two lines at most. */
const LONG_NAME = 9;

function Part({ mark }: { mark: Mark }) {
  const name = pieceName(mark);
  return (
    <li className={`j-${mark.state}`}>
      <b>
        {mark.state === "done" && <Icon of={Check} size="s" />}
        <span className={name.length > LONG_NAME ? "long" : undefined}>{name}</span>
      </b>
      <span>{pieceVerb(mark)}</span>
    </li>
  );
}
