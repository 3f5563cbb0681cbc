import { type DeedContext, deed } from "#server/deed.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import {
  addSection,
  orderSections,
  removeSection,
  setTemplateTitle,
} from "../template-outline.contract.ts";
import {
  freeSectionId,
  MOST_SECTIONS,
  whyKept,
  withAdded,
  withOrder,
  withoutSection,
  withTitle,
} from "../template-outline.ts";
import type { TemplateState } from "./template-state.ts";
import { type Entered, enter, keep } from "./write-template.ts";

type Open = Entered & { readonly draft: NonNullable<TemplateState["draft"]> };
type NotOpen = Refusal<"not_found" | "forbidden" | "no_template_draft" | "stale">;

/** The version being written, as this writer has seen it; what another changed meanwhile is not written over. */
async function open(
  context: DeedContext,
  params: Parameters<typeof enter>[1],
): Promise<Outcome<Open, NotOpen>> {
  const entered = await enter(context, params);
  if (!entered.ok) return entered;
  const { draft } = entered.value.state;
  if (draft === null) return refuse("no_template_draft");
  if (context.seenVersion !== draft.version) {
    return refuse("stale", { version: draft.version, by: draft.writer_name });
  }
  return accept({ ...entered.value, draft });
}

export const setTemplateTitleRoute = deed(setTemplateTitle, async (context, { params, body }) => {
  const opened = await open(context, params);
  if (!opened.ok) return opened;
  return keep(context, opened.value, withTitle(opened.value.draft.template, body), body);
});

export const orderSectionsRoute = deed(orderSections, async (context, { params, body }) => {
  const opened = await open(context, params);
  if (!opened.ok) return opened;
  const content = withOrder(opened.value.draft.template, body.order);
  if (content === undefined) return refuse("order_incomplete");
  return keep(context, opened.value, content, { order: body.order.join(" ") });
});

export const addSectionRoute = deed(addSection, async (context, { params, body }) => {
  const opened = await open(context, params);
  if (!opened.ok) return opened;
  const { draft, state } = opened.value;
  const { sections } = draft.template;
  if (sections.length >= MOST_SECTIONS) return refuse("too_many_sections", { most: MOST_SECTIONS });
  const id = body.sectionId ?? freeSectionId(draft.template, state.template);
  if (sections.some((section) => section.id === id)) return refuse("section_there");
  const content = withAdded(draft.template, { id, ...body }, body.at);
  const { value } = await keep(context, opened.value, content, { added: id });
  return accept({ ...value, sectionId: id });
});

export const removeSectionRoute = deed(removeSection, async (context, { params }) => {
  const opened = await open(context, params);
  if (!opened.ok) return opened;
  const { template } = opened.value.draft;
  const { sectionId } = params;
  if (!template.sections.some(({ id }) => id === sectionId)) return refuse("unknown_section");
  const kept = whyKept(template, sectionId);
  if (kept !== null) return refuse("section_needed", kept);
  const content = withoutSection(template, sectionId);
  return keep(context, opened.value, content, { removed: sectionId });
});
