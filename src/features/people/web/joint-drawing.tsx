import { m } from "#messages/web";

/** The dovetail of the logo, large and with its words: why it takes all three. */
export function JointDrawing() {
  return (
    <svg className="front-joint" viewBox="0 0 560 400" role="img" aria-label={m.people_joint()}>
      <path
        className="board-a"
        d="M0 8A8 8 0 0 1 8 0H552A8 8 0 0 1 560 8V262H377L401 124H159L183 262H0Z"
      />
      <path
        className="board-b"
        d="M0 274H199L177 138H383L361 274H560V392A8 8 0 0 1 552 400H8A8 8 0 0 1 0 392Z"
      />
      <g className="grain-a">
        <path d="M24 38C160 24 300 52 536 34M24 92C140 82 260 104 536 86M24 150C60 146 100 154 140 150M24 206C70 200 110 212 150 206M420 152C460 146 500 158 536 150M410 208C450 202 500 214 536 206" />
      </g>
      <g className="grain-b">
        <path d="M24 310C160 298 340 324 536 306M24 352C180 340 320 368 536 350M206 176C240 170 320 182 352 176M212 222C250 214 310 228 344 222" />
      </g>
      <g className="words-a">
        <text x="280" y="76" fontSize="26">
          {m.people_joint_college()}
        </text>
        <text x="86" y="198">
          {m.people_joint_student()}
        </text>
        <text x="474" y="198">
          {m.people_joint_teacher()}
        </text>
      </g>
      <g className="words-b">
        <text x="280" y="216">
          {m.people_joint_tutor()}
        </text>
        <text x="280" y="346" fontSize="26">
          {m.people_joint_workplace()}
        </text>
      </g>
    </svg>
  );
}
