import { m } from "#messages/web";
import { Link } from "#web/ui/link.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Relation } from "../placement.policy.ts";
import type { Placement } from "./placement-page-answer.ts";

const PAGES: readonly { page: string; name: () => string; readers: readonly Relation[] }[] = [
  { page: "cards", name: m.placement_safe_cards, readers: ["tutor", "teacher", "coordinator"] },
  {
    page: "suitability",
    name: m.placement_safe_suitability,
    readers: ["tutor", "teacher", "coordinator"],
  },
  {
    page: "checklist",
    name: m.placement_safe_checklist,
    readers: ["tutor", "teacher", "coordinator"],
  },
  {
    page: "checks",
    name: m.placement_safe_checks,
    readers: ["student", "tutor", "teacher", "coordinator"],
  },
  {
    page: "induction",
    name: m.placement_safe_induction,
    readers: ["student", "tutor", "teacher", "coordinator"],
  },
  {
    page: "history",
    name: m.history_link,
    readers: ["student", "tutor", "teacher", "coordinator"],
  },
];

/** The way to what was judged, checked and shown, before the first day and after it. */
export function SafePages({ placement: { id, relation } }: { placement: Placement }) {
  const shown = PAGES.filter(({ readers }) => readers.includes(relation));
  return (
    <Section title={m.placement_safe()}>
      <Rows label={m.placement_safe()}>
        {shown.map(({ page, name }) => (
          <Row key={page}>
            <Link href={`/placements/${id}/${page}`}>{name()}</Link>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
