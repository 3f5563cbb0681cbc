import { allDone, inOrder, type Mark, marksLabel, type Three } from "./marks-label.ts";

const APART = [
  "M0.75 0.75H9.89L12.61 15.25H0.75Z",
  "M13.11 0.75H26.89L23.61 15.25H16.39Z",
  "M30.11 0.75H39.25V15.25H27.39Z",
] as const;
const HOME = [
  "M0.75 0.75H10.44L13.16 15.25H0.75Z",
  "M12.56 0.75H27.44L24.16 15.25H15.84Z",
  "M29.56 0.75H39.25V15.25H26.84Z",
] as const;
const DOT_X = [6.3, 20, 33.7] as const;
const CUT = ["M3.9 4.6L8.7 11.4", "M17.6 4.6L22.4 11.4", "M31.3 4.6L36.1 11.4"] as const;

/**
 * The three marks, 40 x 16, in rows: the state of one joint deed. Never for progress in general,
 * as bullets or as a rating. deed is read first: "Week 47".
 */
export function Marks({ deed, marks }: { deed: string; marks: Three }) {
  return <MarksPicture marks={marks} label={marksLabel(deed, marks)} />;
}

/** The picture alone; without a label it is hidden from readers. */
export function MarksPicture({ marks, label }: { marks: Three; label?: string }) {
  const [student, tutor, teacher] = inOrder(marks);
  const shapes = allDone(marks) ? HOME : APART;
  return (
    <svg className="marks" viewBox="0 0 40 16" role="img" aria-label={label} aria-hidden={!label}>
      <Piece mark={student} shape={shapes[0]} dot={DOT_X[0]} cut={CUT[0]} />
      <Piece mark={tutor} shape={shapes[1]} dot={DOT_X[1]} cut={CUT[1]} />
      <Piece mark={teacher} shape={shapes[2]} dot={DOT_X[2]} cut={CUT[2]} />
    </svg>
  );
}

function Piece({ mark, shape, dot, cut }: { mark: Mark; shape: string; dot: number; cut: string }) {
  return (
    <>
      <path className={mark.state} d={shape} />
      {mark.state === "turn" && <circle className="dot" cx={dot} cy="8" r="2.1" />}
      {mark.state === "disagrees" && <path className="cut" d={cut} />}
    </>
  );
}
