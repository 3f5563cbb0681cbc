type ProgressProps = {
  /** What is counted: "Requirements read". */
  label: string;
  value: number;
  max: number;
  /** In words, shown above the bar: "Requirements, 1,102 of 1,888". */
  text: string;
};

/** A number in words first, the bar second. */
export function Progress({ label, value, max, text }: ProgressProps) {
  return (
    <div>
      <b>{text}</b>
      <div
        className="prog"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
        style={{ "--part": max > 0 ? Math.min(value / max, 1) : 0 }}
      >
        <i />
      </div>
    </div>
  );
}
