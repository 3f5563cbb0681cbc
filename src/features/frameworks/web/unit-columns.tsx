import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { useView } from "#web/view.ts";
import type { viewUnit } from "../framework.contract.ts";
import { RequirementView } from "./requirement-view.tsx";
import { UnitView } from "./unit-view.tsx";
import type { Found } from "./use-search.ts";

export type UnitAnswer = AnswerOf<typeof viewUnit>;
export type RequirementAnswer = UnitAnswer["groups"][number]["requirements"][number];

type UnitColumnsProps = {
  versionId: string;
  unitId: string;
  requirementId: string | null;
  found: Found | null;
};

/** The unit's requirements, and beside them the criteria of the one that is chosen. */
export function UnitColumns({ versionId, unitId, requirementId, found }: UnitColumnsProps) {
  const unit = useView<typeof viewUnit>({
    path: "/api/framework-versions/{versionId}/units/{unitId}",
    params: { versionId, unitId },
  });
  const chosen = chosenIn(unit, requirementId);
  return (
    <>
      <UnitView
        versionId={versionId}
        unit={unit}
        chosen={chosen?.requirement.id ?? null}
        found={found}
      />
      {chosen === undefined ? (
        <section className="framework-requirement">
          <p className="muted">{m.framework_choose_requirement()}</p>
        </section>
      ) : (
        <RequirementView
          versionId={versionId}
          unitId={unitId}
          {...chosen}
          find={found?.needles ?? []}
        />
      )}
    </>
  );
}

/** The requirement, and the scale it is assessed by: its sub-area's or the unit's. */
function chosenIn(unit: UnitAnswer, requirementId: string | null) {
  const own = unit.groups.flatMap(({ requirements }) => requirements);
  const requirement = own.find(({ id }) => id === requirementId);
  if (requirement !== undefined) return { requirement, scale: unit.scale, inSubArea: false };
  for (const area of unit.subAreas) {
    const rows = area.objectives.flatMap(({ groups }) =>
      groups.flatMap((group) => group.requirements),
    );
    const found = rows.find(({ id }) => id === requirementId);
    if (found !== undefined) return { requirement: found, scale: area.scale, inSubArea: true };
  }
  return undefined;
}
