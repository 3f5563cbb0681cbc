/**
 * What the importer noticed in an imperfect file. Nothing is dropped without a remark: each has a
 * stable code, the place as a JSON path, and one plain sentence for the report.
 */
export type Remark = { readonly code: RemarkCode; readonly path: string; readonly text: string };

export const REMARK_TEXTS = {
  "wrong-type": "The value is of a wrong type here. It was read as missing.",
  "unknown-value":
    "The value is not one of those known here. It was kept as it is or read as other.",
  "unit-draft": "The unit says draft. Imported and marked as a draft.",
  "unit-deleted": "The unit says deleted. Imported; it cannot be chosen for new plans.",
  "unit-empty": "The unit has no requirements and no sub-areas.",
  "unit-unreferenced": "No pathway has this unit, so it has no points and no place in the rules.",
  "code-missing": "There is no national code. A code was made from the place in the file.",
  "code-duplicate": "The same code was already used. The later one got a running number.",
  "reference-dangles": "Points to something that is not in the file. Kept; it cannot be chosen.",
  "points-missing": "No points are given.",
  "empty-shell": "The part is there but has nothing in it.",
  "text-missing": "There is no text in any language.",
  "text-missing-fi": "No Finnish text. Another language is shown and marked so.",
  "text-missing-sv": "No Swedish text. Another language is shown and marked so.",
  "text-missing-en": "No English text. Another language is shown and marked so.",
  "text-other-language": "There is a text in a language that is not kept.",
  "html-removed": "A script or other active content was taken out. The words around it stay.",
  "scale-differs":
    "A generic scale with the same number has other criteria elsewhere. Both were kept.",
  "level-unknown": "The level has no known code. It was kept with the file's own number.",
  "date-invalid": "The number is not a day that can be. It was read as missing.",
  "content-not-read": "The part holds something that is not imported.",
  "remarks-cut": "There are more remarks of this kind than are listed.",
} as const;

export type RemarkCode = keyof typeof REMARK_TEXTS;

/** A file that is wrong all through would otherwise make a report larger than itself. */
const REMARKS_PER_CODE = 10_000;

export type Remarks = {
  add(code: RemarkCode, path: string): void;
  list(): readonly Remark[];
};

export function collectRemarks(): Remarks {
  const found: Remark[] = [];
  const times = new Map<RemarkCode, number>();
  return {
    add(code, path) {
      const count = (times.get(code) ?? 0) + 1;
      times.set(code, count);
      if (count <= REMARKS_PER_CODE) found.push({ code, path, text: REMARK_TEXTS[code] });
    },
    list() {
      const cut = [...times].filter(([, count]) => count > REMARKS_PER_CODE);
      const more = cut.map(
        ([code, count]): Remark => ({
          code: "remarks-cut",
          path: "$",
          text: `${count - REMARKS_PER_CODE} more remarks of the kind ${code} are not listed.`,
        }),
      );
      return [...found, ...more];
    },
  };
}
