import { m } from "#messages/web";
import { holds, type Me } from "#web/session.ts";
import type { BarItem } from "#web/ui/staff-bar.tsx";

/** The words of the staff bar for this person; the one whose page is open is marked. */
export function staffItems(me: Me | null | undefined, pathname: string): BarItem[] {
  const guides = holds(me, "teacher", "coordinator");
  const items = [
    ...(guides
      ? [
          { href: "/today", label: m.shell_today() },
          { href: "/placements", label: m.shell_placements() },
          { href: "/workplaces", label: m.shell_workplaces() },
        ]
      : []),
    { href: "/qualifications", label: m.shell_qualifications() },
    ...(holds(me, "provider_admin", "coordinator")
      ? [
          { href: "/rules", label: m.shell_rules() },
          { href: "/templates", label: m.shell_templates() },
          { href: "/safety/lead", label: m.shell_safety_lead() },
        ]
      : []),
    ...(holds(me, "provider_admin")
      ? [
          { href: "/audit", label: m.shell_audit() },
          { href: "/seal", label: m.shell_seal() },
        ]
      : []),
  ];
  return items.map((item) => ({
    ...item,
    current: pathname === item.href || pathname.startsWith(`${item.href}/`),
  }));
}
