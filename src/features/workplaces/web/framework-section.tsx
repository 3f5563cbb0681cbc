import { useQuery } from "@tanstack/react-query";
import type { listFrameworkAgreements } from "#features/agreements/framework-agreement.contract.ts";
import { m } from "#messages/web";
import { Badge } from "#web/ui/badge.tsx";
import { dayRange, dayYear } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { viewOptions } from "#web/view.ts";

const HOLDS = ["coming", "in_force", "ends_soon"];

/** The general terms agreed with the workplace's employer that hold or will, with a warning near their end. */
export function FrameworkSection({ workplaceId }: { workplaceId: string }) {
  const { data } = useQuery({
    ...viewOptions<typeof listFrameworkAgreements>({
      path: "/api/workplaces/{workplaceId}/framework-agreements",
      params: { workplaceId },
    }),
    throwOnError: false,
  });
  if (data === undefined) return null;
  const rows = data.rows.filter(({ standing }) => HOLDS.includes(standing));
  return (
    <Section
      title={m.framework_agreements_title()}
      end={
        <Link href={`/workplaces/${workplaceId}/framework-agreements`}>
          {m.framework_agreements_open()}
        </Link>
      }
    >
      {rows.length === 0 ? (
        <p className="muted">{m.framework_agreements_none({ employer: data.employerName })}</p>
      ) : (
        <Rows label={m.framework_agreements_title()}>
          {rows.map(({ id, number, validFrom, lastDay, standing }) => (
            <Row
              key={id}
              sub={dayRange(validFrom, lastDay)}
              end={
                standing === "ends_soon" && (
                  <Badge kind="wait">
                    {m.framework_agreement_ends_on({ day: dayYear(lastDay) })}
                  </Badge>
                )
              }
            >
              <Link className="row-link" href={`/agreements/${id}`}>
                <b>{m.framework_agreement_named({ number })}</b>
              </Link>
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
}
