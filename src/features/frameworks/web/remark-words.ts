import { m } from "#messages/web";
import type { RemarkCode } from "../remark.ts";

const WORDS: Readonly<Record<RemarkCode, () => string>> = {
  "wrong-type": m.framework_remark_wrong_type,
  "unknown-value": m.framework_remark_unknown_value,
  "unit-draft": m.framework_remark_unit_draft,
  "unit-deleted": m.framework_remark_unit_deleted,
  "unit-empty": m.framework_remark_unit_empty,
  "unit-unreferenced": m.framework_remark_unit_unreferenced,
  "code-missing": m.framework_remark_code_missing,
  "code-duplicate": m.framework_remark_code_duplicate,
  "reference-dangles": m.framework_remark_reference_dangles,
  "points-missing": m.framework_remark_points_missing,
  "empty-shell": m.framework_remark_empty_shell,
  "text-missing": m.framework_remark_text_missing,
  "text-missing-fi": m.framework_remark_text_missing_fi,
  "text-missing-sv": m.framework_remark_text_missing_sv,
  "text-missing-en": m.framework_remark_text_missing_en,
  "text-other-language": m.framework_remark_text_other_language,
  "html-removed": m.framework_remark_html_removed,
  "scale-differs": m.framework_remark_scale_differs,
  "level-unknown": m.framework_remark_level_unknown,
  "date-invalid": m.framework_remark_date_invalid,
  "content-not-read": m.framework_remark_content_not_read,
  "remarks-cut": m.framework_remark_remarks_cut,
};

function isKnown(code: string): code is RemarkCode {
  return Object.hasOwn(WORDS, code);
}

/** What was noticed and what we did, in the reader's language. */
export function remarkWord(code: string): string {
  return isKnown(code) ? WORDS[code]() : code;
}
