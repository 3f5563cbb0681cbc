import { m } from "#messages/web";
import { clock, dayYear, localDay, number } from "#web/ui/format.ts";
import type { PageDifference } from "../verify-difference.ts";
import type { PaperFault, PaperVerdict, Touched } from "../verify-paper.ts";

export type Checked = Exclude<PaperVerdict, { verdict: "not_ours" }>;
type NotOurs = Extract<PaperVerdict, { verdict: "not_ours" }>;

/** "23 November 2026 10:00" on the provider's clock. */
export function dayAndClock(at: string): string {
  return `${dayYear(localDay(at))} ${clock(at)}`;
}

export function notOursText({ reason }: NotOurs): string {
  return {
    no_pdf: m.verify_no_pdf,
    no_evidence: m.verify_no_evidence,
    too_large: m.verify_too_large,
  }[reason]();
}

export type Change = { readonly title: string; readonly old?: string; readonly now?: string };

/** What changed, one sentence each, with the signed and the shown text of a page; then where the bytes are. */
export function changesOf({ faults, touched }: Checked): Change[] {
  return faults.flatMap((fault) => [
    { title: faultText(fault) },
    ...(fault.code === "page_differs" ? fault.differences.map(differenceOf) : []),
    ...(fault.code === "bytes_changed" ? touchedTexts(touched).map((title) => ({ title })) : []),
    ...(fault.code === "saved_again" && !touched.pagesHold
      ? [{ title: m.verify_touched_unknown() }]
      : []),
  ]);
}

function differenceOf({ section, row, page, signed, shown }: PageDifference): Change {
  const heading = section === "" ? m.verify_differs_title() : section;
  const place = row === null ? heading : m.verify_differs_row({ section: heading, row });
  if (page === null) return { title: m.verify_differs_left_out({ place }), old: signed };
  return { title: m.verify_differs_page({ place, page: number(page) }), old: signed, now: shown };
}

function touchedTexts({ pages, typeface, record, pagesHold }: Touched): string[] {
  const places = [
    ...(pages.length > 0
      ? [m.verify_touched_pages({ pages: pages.map((page) => number(page)).join(", ") })]
      : []),
    ...(typeface ? [m.verify_touched_typeface()] : []),
    ...(record ? [m.verify_touched_record()] : []),
  ];
  if (places.length > 0) return places;
  return [pagesHold ? m.verify_touched_frame() : m.verify_touched_unknown()];
}

function faultText(fault: PaperFault): string {
  switch (fault.code) {
    case "saved_again":
      return m.verify_fault_saved_again();
    case "bytes_changed":
      return m.verify_fault_bytes_changed();
    case "added_after_seal":
      return m.verify_fault_added({ bytes: number(fault.bytes) });
    case "seal_altered":
      return m.verify_fault_seal_altered();
    case "certificate_not_valid":
      return m.verify_fault_certificate();
    case "time_stamp_wrong":
      return m.verify_fault_time_stamp();
    case "evidence_unreadable":
      return m.verify_fault_evidence();
    case "text_altered":
      return fault.sections.length === 0
        ? m.verify_fault_facts()
        : m.verify_fault_text({ sections: fault.sections.join(", ") });
    case "signature_altered":
      return m.verify_fault_signature(fault);
    case "signature_of_other_text":
      return m.verify_fault_other_text(fault);
    case "chain_broken":
      return m.verify_fault_chain(fault);
    case "nobody_signed":
      return m.verify_fault_nobody();
    case "page_differs":
      return m.verify_fault_pages({ count: number(fault.differences.length) });
    case "pages_unread":
      return m.verify_fault_pages_unread();
  }
}

export type Check = { readonly key: string; readonly holds: boolean; readonly text: string };

/** What was looked at, and whether it holds. */
export function checksOf({ faults, seal, evidenceHolds, touched }: Checked): Check[] {
  const has = (...codes: readonly PaperFault["code"][]) =>
    faults.some(({ code }) => codes.includes(code));
  const sealed = !has("saved_again", "bytes_changed", "seal_altered", "certificate_not_valid");
  const covers = !has("saved_again", "added_after_seal") && seal !== null;
  return [
    {
      key: "seal",
      holds: sealed,
      text: sealed ? m.verify_check_seal() : m.verify_check_seal_not(),
    },
    {
      key: "covers",
      holds: covers,
      text: covers ? m.verify_check_covers() : m.verify_check_covers_not(),
    },
    {
      key: "text",
      holds: evidenceHolds,
      text: evidenceHolds ? m.verify_check_text() : m.verify_check_text_not(),
    },
    {
      key: "pages",
      holds: touched.pagesHold,
      text: touched.pagesHold ? m.verify_check_pages() : m.verify_check_pages_not(),
    },
  ];
}
