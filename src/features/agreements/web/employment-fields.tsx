import { m } from "#messages/web";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

export type EmploymentDraft = {
  readonly payBasis: string;
  readonly payText: string;
  readonly probationEndsOn: string | null;
  readonly hoursPerWeek: string;
  readonly compensation: string;
};

export const emptyEmployment: EmploymentDraft = {
  payBasis: "",
  payText: "",
  probationEndsOn: null,
  hoursPerWeek: "37.5",
  compensation: "",
};

/** The terms as the server takes them; null while one is missing or is no number. */
export function employmentOf(draft: EmploymentDraft) {
  const minutes = Math.round(Number(draft.hoursPerWeek.replace(",", ".")) * 60);
  const euros = draft.compensation.trim() === "" ? null : Number(draft.compensation);
  const words = [draft.payBasis, draft.payText].every((text) => text.trim() !== "");
  if (!words || !Number.isInteger(minutes) || minutes <= 0) return null;
  if (euros !== null && !Number.isInteger(euros)) return null;
  return {
    payBasis: draft.payBasis.trim(),
    payText: draft.payText.trim(),
    probationEndsOn: draft.probationEndsOn,
    minutesPerWeekOnAverage: minutes,
    compensationEuros: euros,
  };
}

type FieldsProps = {
  draft: EmploymentDraft;
  onChange: (draft: EmploymentDraft) => void;
  tried: boolean;
};

/** Apprenticeship is employment: pay, probation and hours are part of the text. */
export function EmploymentFields({ draft, onChange, tried }: FieldsProps) {
  const put = (change: Partial<EmploymentDraft>) => onChange({ ...draft, ...change });
  const missing = (text: string) =>
    tried && text.trim() === "" ? m.agreement_fill_this() : undefined;
  return (
    <div className="stack">
      <TextField
        label={m.agreements_pay_basis()}
        hint={m.agreements_pay_basis_hint()}
        error={missing(draft.payBasis)}
        maxLength={200}
        value={draft.payBasis}
        onChange={({ target }) => put({ payBasis: target.value })}
      />
      <TextField
        label={m.agreements_pay_text()}
        error={missing(draft.payText)}
        maxLength={1000}
        value={draft.payText}
        onChange={({ target }) => put({ payText: target.value })}
      />
      <DateField
        label={m.agreements_probation()}
        value={draft.probationEndsOn}
        onChange={(probationEndsOn) => put({ probationEndsOn })}
      />
      <TextField
        label={m.agreements_hours_average()}
        hint={m.agreements_hours_hint()}
        inputMode="decimal"
        error={missing(draft.hoursPerWeek)}
        value={draft.hoursPerWeek}
        onChange={({ target }) => put({ hoursPerWeek: target.value })}
      />
      <TextField
        optional
        label={m.agreements_compensation()}
        inputMode="numeric"
        value={draft.compensation}
        onChange={({ target }) => put({ compensation: target.value })}
      />
    </div>
  );
}
