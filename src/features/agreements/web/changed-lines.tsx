import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { clock, dayNumber, localDay } from "#web/ui/format.ts";
import { AMENDED_FIELDS, type AmendedField } from "../amendment.ts";
import { AMENDMENT_WORDS } from "../amendment-words.ts";
import type { AgreementView } from "./agreement-view.ts";

export type ChangedLine = {
  readonly field: AmendedField | undefined;
  readonly label: string;
  readonly before: string;
  readonly after: string;
};

/** The lines that an amendment changes, as its signed text has them in the reader's language. */
export function changedLines({ papers }: Pick<AgreementView, "papers">): ChangedLine[] {
  const changes = papers[getLocale()].sections.find(({ id }) => id === "changes");
  const rows = changes?.blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])) ?? [];
  return rows.map(([label = "", before = "", after = ""]) => ({
    field: AMENDED_FIELDS.find((one) => AMENDMENT_WORDS.fields[one][getLocale()] === label),
    label,
    before,
    after,
  }));
}

/** Only what changes: the old struck, the new large, then why and by whom. */
export function ChangedLines({ view }: { view: AgreementView }) {
  return (
    <section className="diff stack agreement-changes" aria-label={m.amendment_changes()}>
      {changedLines(view).map(({ label, before, after }) => (
        <div key={label}>
          <h2 className="small muted">{label}</h2>
          <p>
            <del>
              <span className="vh">{m.ui_diff_old()}</span>
              {before}
            </del>
          </p>
          <p>
            <ins>
              <span className="vh">{m.ui_diff_new()}</span>
              {after}
            </ins>
          </p>
        </div>
      ))}
      <div>
        <p>
          <b>{m.amendment_why()}</b> {view.why}
        </p>
        <p className="small muted">
          {m.amendment_by({
            name: view.sentBy,
            day: dayNumber(localDay(view.sentAt, view.timeZone)),
            time: clock(view.sentAt),
          })}
        </p>
      </div>
    </section>
  );
}
