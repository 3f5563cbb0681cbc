import type { Paper, PaperBlock, PaperSection } from "#shared/paper.ts";

/** A line of one text beside the line of the other: null where one of them has none. */
export type LinePair = { readonly before: string | null; readonly after: string | null };
export type SectionDifference = {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly LinePair[];
};

type Sections = Pick<Paper, "sections">;

/** What a text says otherwise than the one before it: only lines that differ, under their sections. */
export function paperDifference(before: Sections, after: Sections): SectionDifference[] {
  const ids = [...new Set([...after.sections, ...before.sections].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const was = before.sections.find((one) => one.id === id);
    const is = after.sections.find((one) => one.id === id);
    const lines = differingLines(linesOf(was), linesOf(is));
    return lines.length === 0 ? [] : [{ id, heading: (is ?? was)?.heading ?? "", lines }];
  });
}

function linesOf(section: PaperSection | undefined): string[] {
  return section === undefined ? [] : [section.heading, ...section.blocks.flatMap(blockLines)];
}

function blockLines(block: PaperBlock): readonly string[] {
  switch (block.kind) {
    case "text":
      return [block.text];
    case "list":
      return block.items;
    case "facts":
      return block.rows.map(([label, value]) => `${label}: ${value}`);
    case "table":
      return [block.caption, ...block.rows.map((row) => row.join(", "))];
  }
}

/** Lines outside the longest common run of lines, those between two common ones paired in their order. */
function differingLines(before: readonly string[], after: readonly string[]): LinePair[] {
  const common = commonLines(before, after);
  const pairs: LinePair[] = [];
  let left = 0;
  let right = 0;
  for (const { was, is } of [...common, { was: before.length, is: after.length }]) {
    const gone = before.slice(left, was);
    const come = after.slice(right, is);
    for (let at = 0; at < Math.max(gone.length, come.length); at += 1) {
      pairs.push({ before: gone[at] ?? null, after: come[at] ?? null });
    }
    left = was + 1;
    right = is + 1;
  }
  return pairs;
}

type Common = { readonly was: number; readonly is: number };

function commonLines(before: readonly string[], after: readonly string[]): Common[] {
  const lengthAt = lengthsOf(before, after);
  const common: Common[] = [];
  let was = 0;
  let is = 0;
  while (was < before.length && is < after.length) {
    if (before[was] === after[is]) {
      common.push({ was, is });
      was += 1;
      is += 1;
    } else if (lengthAt(was + 1, is) >= lengthAt(was, is + 1)) was += 1;
    else is += 1;
  }
  return common;
}

/** How many lines two texts have in common, in order, from these lines on. */
function lengthsOf(before: readonly string[], after: readonly string[]) {
  const lengths = before.map(() => after.map(() => 0));
  const lengthAt = (was: number, is: number) => lengths[was]?.[is] ?? 0;
  for (const [was, row] of [...lengths.entries()].toReversed()) {
    for (const is of [...row.keys()].toReversed()) {
      row[is] =
        before[was] === after[is]
          ? lengthAt(was + 1, is + 1) + 1
          : Math.max(lengthAt(was + 1, is), lengthAt(was, is + 1));
    }
  }
  return lengthAt;
}
