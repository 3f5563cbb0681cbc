import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { useView } from "#web/view.ts";
import type { readAgreementText } from "../agreement.contract.ts";
import { paperDifference, type SectionDifference } from "../paper-difference.ts";

type ComparedProps = { agreementId: string; revision: number };

/** What the next text says otherwise: the earlier on the left, the later on the right; on a phone one below the other. */
export function TextsCompared({ agreementId, revision }: ComparedProps) {
  const before = useText(agreementId, revision);
  const after = useText(agreementId, revision + 1);
  const language = getLocale();
  const sections = paperDifference(before.papers[language], after.papers[language]);
  if (sections.length === 0) return <p>{m.agreement_compared_same()}</p>;
  return (
    <div className="stack">
      {sections.map((section) => (
        <ComparedSection key={section.id} section={section} revision={revision} />
      ))}
    </div>
  );
}

function useText(agreementId: string, revision: number) {
  return useView<typeof readAgreementText>({
    path: "/api/agreements/{agreementId}/texts/{revision}",
    params: { agreementId, revision },
  });
}

type SectionProps = { section: SectionDifference; revision: number };

function ComparedSection({ section: { heading, lines }, revision }: SectionProps) {
  const columns = [revision, revision + 1].map((number) => m.agreement_text_number({ number }));
  return (
    <div className="diff">
      <table className="agreement-compared">
        <caption>{heading}</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ before, after }) => (
            <tr key={`${before} | ${after}`}>
              <td data-of={columns[0]}>{before === null ? "–" : <del>{before}</del>}</td>
              <td data-of={columns[1]}>{after === null ? "–" : <ins>{after}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
