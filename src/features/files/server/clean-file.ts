import type { Buffer } from "node:buffer";
import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFStream,
} from "@cantoo/pdf-lib";
import sharp from "sharp";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import type { FILE_REFUSALS } from "../file.contract.ts";
import { KEPT_SIDE, kindOf, MAX_PDF_BYTES, MAX_PDF_PAGES, MAX_PIXELS } from "../file.ts";

export type CleanFile = {
  readonly bytes: Buffer;
  readonly media_type: "image/jpeg" | "application/pdf";
  readonly width: number | null;
  readonly height: number | null;
  readonly pages: number | null;
};
type Cleaned = Outcome<CleanFile, Refusal<keyof typeof FILE_REFUSALS>>;

/** Judges a file by its content. A photo is written anew; a PDF is kept as it is when nothing in it acts. */
export async function cleanFile(bytes: Buffer): Promise<Cleaned> {
  const kind = kindOf(bytes);
  if (kind === null) return refuse("file_kind");
  return kind === "pdf" ? checkPdf(bytes) : writeAnew(bytes);
}

async function writeAnew(bytes: Buffer): Promise<Cleaned> {
  const read = () => sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" });
  const size = await read()
    .metadata()
    .catch(() => null);
  if (size === null) return refuse("file_broken");
  if (size.width * size.height > MAX_PIXELS) return refuse("image_too_large");
  const made = await read()
    .autoOrient()
    .resize({ width: KEPT_SIDE, height: KEPT_SIDE, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
  if (made === null) return refuse("file_broken");
  const { width, height } = made.info;
  return accept({ bytes: made.data, media_type: "image/jpeg", width, height, pages: null });
}

async function checkPdf(bytes: Buffer): Promise<Cleaned> {
  if (bytes.length > MAX_PDF_BYTES) return refuse("pdf_too_large");
  const read = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
    .then((pdf) => ({ pages: pdf.getPageCount(), acts: acts(pdf), locked: pdf.isEncrypted }))
    .catch((error: unknown) => (error instanceof EncryptedPDFError ? "locked" : "broken"));
  if (read === "broken") return refuse("file_broken");
  if (read === "locked" || (typeof read === "object" && read.locked)) return refuse("pdf_locked");
  if (typeof read !== "object") return refuse("file_broken");
  if (read.pages > MAX_PDF_PAGES) return refuse("pdf_too_long", { pages: read.pages });
  if (read.acts) return refuse("pdf_active");
  const { pages } = read;
  return accept({ bytes, media_type: "application/pdf", width: null, height: null, pages });
}

const ACTING = new Set(
  [
    "JavaScript",
    "JS",
    "Launch",
    "EmbeddedFile",
    "EmbeddedFiles",
    "OpenAction",
    "AA",
    "XFA",
    "RichMedia",
    // These send what is in the file elsewhere, or fetch into it what is elsewhere; a plain link (URI) may stay.
    "SubmitForm",
    "ImportData",
    "GoToR",
    "GoToE",
    "Rendition",
  ].map((name) => `/${name}`),
);

/** Whether anything in the file would do something when opened, object streams included. */
function acts(pdf: PDFDocument): boolean {
  return pdf.context.enumerateIndirectObjects().some(([, object]) => holdsAction(object));
}

function holdsAction(object: PDFObject | undefined): boolean {
  if (object instanceof PDFName) return ACTING.has(object.toString());
  if (object instanceof PDFArray) return object.asArray().some(holdsAction);
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return false;
  return dict.entries().some(([key, value]) => holdsAction(key) || holdsAction(value));
}
