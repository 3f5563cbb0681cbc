/** Larger is refused before it is read; the browser makes photos smaller before it sends them. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_PDF_BYTES = 5 * 1024 * 1024;
export const MAX_PDF_PAGES = 30;
/** Pixels a photo may unpack to: about the largest phone camera. */
export const MAX_PIXELS = 120_000_000;
/** Longest side of a photo as it is kept. */
export const KEPT_SIDE = 2400;

/** What the first bytes say; the name and the sender's word are not asked. */
export function kindOf(bytes: Uint8Array): "image" | "pdf" | null {
  const starts = (...signature: number[]) =>
    signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return "pdf";
  const jpeg = starts(0xff, 0xd8, 0xff);
  const png = starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const webp =
    starts(0x52, 0x49, 0x46, 0x46) &&
    bytes[8] === 0x57 &&
    bytes[9] === 0x45 &&
    bytes[10] === 0x42 &&
    bytes[11] === 0x50;
  return jpeg || png || webp ? "image" : null;
}

/** The name a file is given back under: no folders, no signs that a header or a file system reads. */
export function keptName(name: string, mediaType: "image/jpeg" | "application/pdf"): string {
  const stem = name
    .replace(/\.[^.]*$/, "")
    .replace(/[^\p{L}\p{M}\p{N} _.-]+/gu, " ")
    .trim()
    .slice(0, 80);
  return `${stem === "" ? "file" : stem}.${mediaType === "application/pdf" ? "pdf" : "jpg"}`;
}
