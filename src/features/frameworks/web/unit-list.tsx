import { Search as SearchIcon } from "lucide-react";
import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { Badge } from "#web/ui/badge.tsx";
import { number } from "#web/ui/format.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Link } from "#web/ui/link.tsx";
import type { viewFramework } from "../framework.contract.ts";
import { pointsWords, stateWord } from "./framework-words.ts";
import { type Place, placeHref } from "./place.ts";
import type { Found, Search } from "./use-search.ts";
import { Words } from "./words.tsx";

type Unit = AnswerOf<typeof viewFramework>["unitRows"][number];

type UnitListProps = {
  versionId: string;
  units: readonly Unit[];
  place: Place;
  search: Search;
};

/** The search, what it found in a sentence, and the units with their hits or their points. */
export function UnitList({ versionId, units, place, search }: UnitListProps) {
  const { found } = search;
  const hits = found && Map.groupBy(found.hits, ({ unitId }) => unitId);
  return (
    <>
      <SearchField search={search} />
      <p className="small muted framework-found" role="status">
        {found && foundWords(found)}
      </p>
      <ul className="tree" aria-label={m.framework_units_title()}>
        {units.map((unit) => (
          <li key={unit.id}>
            <Link
              href={placeHref(versionId, { unit: unit.id })}
              aria-current={unit.id === place.unit ? "true" : undefined}
            >
              <span>
                <Words text={unit.name} find={found?.needles ?? []} />
              </span>
              <span className="small">
                <UnitEnd unit={unit} hits={hits?.get(unit.id)?.length ?? 0} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function UnitEnd({ unit, hits }: { unit: Unit; hits: number }) {
  if (hits > 0) {
    return (
      <Badge kind="info" icon={null}>
        {m.framework_hits({ count: hits, text: number(hits) })}
      </Badge>
    );
  }
  const state = stateWord(unit.state);
  return (
    <>
      {state !== null && unit.state !== "draft" && <Badge>{state}</Badge>}{" "}
      {pointsWords(unit.points)}
    </>
  );
}

function SearchField({ search }: { search: Search }) {
  return (
    <div className="framework-find">
      <label className="vh" htmlFor="framework-find">
        {m.framework_find_label()}
      </label>
      <input
        id="framework-find"
        className="input"
        type="search"
        placeholder={m.framework_find_label()}
        maxLength={80}
        autoComplete="off"
        value={search.find}
        onChange={(event) => search.type(event.target.value)}
      />
      <Icon of={SearchIcon} />
    </div>
  );
}

function foundWords({ hits, more }: Found): string {
  if (hits.length === 0) return m.framework_find_none();
  const units = new Set(hits.flatMap(({ unitId }) => unitId ?? []));
  const inScale = hits.some(({ unitId }) => unitId === null);
  const count = {
    hits: m.framework_hits({ count: hits.length, text: number(hits.length) }),
    units: m.framework_in_units({ count: units.size, text: number(units.size) }),
  };
  return [
    m.framework_find_result(count),
    inScale ? m.framework_find_scale() : null,
    more ? m.framework_find_more() : null,
  ]
    .filter(Boolean)
    .join(" ");
}
