import { z } from "zod";
import { language } from "#shared/route.contract.ts";

const cells = z.array(z.string()).readonly();
const block = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("list"), items: cells }),
  z.object({
    kind: z.literal("facts"),
    rows: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
  }),
  z.object({
    kind: z.literal("table"),
    caption: z.string(),
    head: cells,
    rows: z.array(cells).readonly(),
  }),
]);
const paper = z.object({
  language,
  title: z.string(),
  subtitle: z.string().optional(),
  sections: z
    .array(z.object({ id: z.string(), heading: z.string(), blocks: z.array(block).readonly() }))
    .readonly(),
});
export const papers = z.object({ fi: paper, sv: paper, en: paper });
