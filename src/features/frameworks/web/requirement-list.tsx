import { useId } from "react";
import { m } from "#messages/web";
import { languageOf } from "#web/i18n/language.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Borrowed } from "#web/ui/borrowed.tsx";
import { Hit as Marked } from "#web/ui/hit.tsx";
import { Link } from "#web/ui/link.tsx";
import { placeHref } from "./place.ts";
import type { RequirementAnswer, UnitAnswer } from "./unit-columns.tsx";
import type { Found, Hit } from "./use-search.ts";
import { hasWords, Words } from "./words.tsx";

type RequirementListProps = {
  versionId: string;
  unitId: string;
  group: UnitAnswer["groups"][number];
  chosen: string | null;
  found: Found | null;
  /** Inside a sub-area, one heading deeper. */
  deep?: boolean;
};

/** One group of requirements as links; what a search found is marked, in whatever language it was. */
export function RequirementList(props: RequirementListProps) {
  const { versionId, unitId, group, chosen, found, deep = false } = props;
  const id = useId();
  const Heading = deep ? "h4" : "h3";
  const find = found?.needles ?? [];
  return (
    <>
      <Heading id={id} className="framework-group">
        {hasWords(group.title) ? (
          <Words text={group.title} find={find} />
        ) : (
          m.framework_requirements_untitled()
        )}
      </Heading>
      <ul className="tree" aria-labelledby={id}>
        {group.requirements.map((requirement) => (
          <li key={requirement.id}>
            <Link
              href={placeHref(versionId, { unit: unitId, requirement: requirement.id })}
              aria-current={requirement.id === chosen ? "true" : undefined}
            >
              <span>
                <Words text={requirement.text} find={find} />
                <FoundElsewhere requirement={requirement} found={found} />
              </span>
              <span className="tiny">{requirement.number}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

type Elsewhere = { requirement: RequirementAnswer; found: Found | null };

/** The hit is in a language that is not shown, or in the criteria: then it is told where. */
function FoundElsewhere({ requirement, found }: Elsewhere) {
  const hits = found?.hits.filter(({ requirementId }) => requirementId === requirement.id) ?? [];
  const inText = hits.find(({ inCriterion }) => !inCriterion);
  const other = inText && otherLanguage(inText, requirement);
  return (
    <>
      {other !== undefined && (
        <Borrowed language={other}>
          <Marked text={requirement.text[other] ?? ""} find={found?.needles ?? []} />
        </Borrowed>
      )}
      {hits.some(({ inCriterion }) => inCriterion) && (
        <>
          {" "}
          <Badge kind="info" icon={null}>
            {m.framework_hit_in_criteria()}
          </Badge>
        </>
      )}
    </>
  );
}

function otherLanguage({ languages }: Hit, { text }: RequirementAnswer) {
  const shown = languageOf(text);
  return shown === undefined || languages.includes(shown) ? undefined : languages[0];
}
