import { m } from "#messages/web";
import { number } from "#web/ui/format.ts";
import { Section } from "#web/ui/section.tsx";
import { remarkWord } from "./remark-words.ts";
import type { Report } from "./report-page.tsx";

/** Kinds of remarks, the rarest first: one broken reference matters more than a thousand missing texts. */
export function RemarkTable({ remarks }: Pick<Report, "remarks">) {
  const sorted = remarks.toSorted((one, other) => one.times - other.times);
  return (
    <Section title={m.framework_remarks()} end={<span>{m.framework_remarks_detail()}</span>}>
      {sorted.length === 0 ? (
        <p className="muted">{m.framework_remarks_none()}</p>
      ) : (
        <div className="scroll-box">
          <table className="plain top framework-remarks">
            <thead>
              <tr>
                <th scope="col" className="num">
                  {m.framework_remarks_times()}
                </th>
                <th scope="col">{m.framework_remarks_place()}</th>
                <th scope="col">{m.framework_remarks_did()}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((remark) => (
                <RemarkRow key={remark.code} remark={remark} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function RemarkRow({ remark }: { remark: Report["remarks"][number] }) {
  const { code, times, places } = remark;
  const [first = "", ...rest] = places;
  return (
    <tr>
      <td className="num">
        <b>{number(times)}</b>
      </td>
      <th scope="row">
        <code>{code}</code>
        <span className="framework-path">{first}</span>
        {rest.length > 0 && (
          <details>
            <summary className="small">
              {m.framework_remarks_more({ count: times - 1, text: number(times - 1) })}
            </summary>
            <ul>
              {rest.map((place) => (
                <li key={place} className="framework-path">
                  {place}
                </li>
              ))}
            </ul>
          </details>
        )}
      </th>
      <td>{remarkWord(code)}</td>
    </tr>
  );
}
