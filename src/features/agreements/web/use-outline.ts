import { useState } from "react";
import { m } from "#messages/web";
import type { Language } from "#shared/language.ts";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { TemplateSection } from "../agreement-template.ts";
import type { addSection, orderSections, removeSection } from "../template-outline.contract.ts";
import {
  sectionName,
  TEMPLATE_CHANGES,
  type TemplatePlace,
  type TemplateView,
} from "./template-view.ts";

type Begun = {
  readonly place: TemplatePlace;
  readonly view: TemplateView;
  readonly version: number;
  readonly language: Language;
  readonly onAdded: (sectionId: string) => void;
};

type Moved = { readonly id: string; readonly way: "up" | "down" };

const BLANK = { fi: "", sv: "", en: "" };

function useOutlineDeeds({ onAdded }: Pick<Begun, "onAdded">) {
  const order = useDeed<typeof orderSections>({
    method: "PUT",
    path: "/api/agreement-templates/{providerId}/{basis}/draft/order",
    changes: TEMPLATE_CHANGES,
  });
  const adding = useDeed<typeof addSection>({
    method: "POST",
    path: "/api/agreement-templates/{providerId}/{basis}/draft/sections",
    changes: TEMPLATE_CHANGES,
    onDone: ({ sectionId }, { body }) => {
      if (body.sectionId === null) onAdded(sectionId);
    },
  });
  const taking = useDeed<typeof removeSection>({
    method: "DELETE",
    path: "/api/agreement-templates/{providerId}/{basis}/draft/sections/{sectionId}",
    changes: TEMPLATE_CHANGES,
  });
  return { order, adding, taking, busy: order.busy || adding.busy || taking.busy };
}

/** Moving, adding and taking away sections of the version being written; each is saved at once and can be undone. */
// oxlint-disable-next-line max-lines-per-function -- three short deeds that share one version
export function useOutline({ place, view, version, language, onAdded }: Begun) {
  const say = useToast();
  const [moved, setMoved] = useState<Moved | null>(null);
  const { sections } = view.template;
  const { order, adding, taking, busy } = useOutlineDeeds({ onAdded });
  const putBack = ({ id, heading, body }: TemplateSection, at: number, over = version) =>
    adding.run({ params: place, body: { sectionId: id, at, heading, body }, version: over });
  const move = async (from: number, to: number) => {
    const ids = sections.map(({ id }) => id);
    const [id] = ids.splice(from, 1);
    const section = sections[from];
    if (id === undefined || section === undefined || busy) return;
    ids.splice(to, 0, id);
    const answer = await order
      .ask({ params: place, body: { order: ids }, version })
      .catch(() => null);
    if (answer === null) return;
    setMoved({ id, way: to < from ? "up" : "down" });
    say({
      text: m.templates_moved({
        name: sectionName(section, language),
        place: to + 1,
        all: sections.length,
      }),
    });
  };
  const remove = async (section: TemplateSection, at: number) => {
    if (busy) return;
    const params = { ...place, sectionId: section.id };
    const answer = await taking.ask({ params, version }).catch(() => null);
    if (answer === null) return;
    say({
      text: m.templates_removed({ name: sectionName(section, language) }),
      undo: () => putBack(section, at, answer.version),
    });
  };
  return {
    moved,
    busy,
    problem: order.problem ?? adding.problem ?? taking.problem,
    add: () =>
      adding.run({
        params: place,
        body: { sectionId: null, at: sections.length, heading: BLANK, body: BLANK },
        version,
      }),
    putBack: (section: TemplateSection, at: number) => putBack(section, at),
    move: (from: number, to: number) => void move(from, to),
    remove: (section: TemplateSection, at: number) => void remove(section, at),
  };
}
