import { m } from "#messages/web";

/** Where one is in a task of a few steps. current counts from 0; on phones only its name shows. */
export function Steps({ steps, current }: { steps: readonly string[]; current: number }) {
  return (
    <>
      <ol className="steps" aria-label={m.ui_step_of({ step: current + 1, count: steps.length })}>
        {steps.map((step, index) => (
          <li
            key={step}
            className={index < current ? "on" : undefined}
            aria-current={index === current ? "step" : undefined}
          >
            <span>{step}</span>
          </li>
        ))}
      </ol>
      <p className="steps-now" aria-hidden="true">
        {steps[current]}
      </p>
    </>
  );
}
