import type { Doc, Reference } from "./pdf-document.ts";
import { dateOf } from "./pdf-document.ts";

export type SealRoom = { readonly name: string; readonly reason: string };

/** Room for certificate chain, signature and time stamp; in bytes. */
const SEAL_BYTES = 24_576;

/**
 * The place in the file where the seal goes (PAdES): a signature field without a picture, and zeros that
 * seal-paper.ts fills. @signpdf looks for the ByteRange of stars.
 */
export function leaveRoomForSeal(doc: Doc, { name, reason }: SealRoom, at: Temporal.Instant): void {
  const stars = "**********";
  const signature = doc.ref({
    Type: "Sig",
    Filter: "Adobe.PPKLite",
    SubFilter: "ETSI.CAdES.detached",
    ByteRange: [0, stars, stars, stars],
    Contents: Buffer.alloc(SEAL_BYTES),
    Name: literal(name),
    Reason: literal(reason),
    M: dateOf(at),
  });
  const field = doc.ref({
    Type: "Annot",
    Subtype: "Widget",
    FT: "Sig",
    T: literal("Seal"),
    Rect: [0, 0, 0, 0],
    // Hidden and locked: there is nothing to see or to tab to.
    F: 130,
    V: signature,
    P: doc.page.dictionary,
  });
  inside(doc.page, "annotations", isList).push(field);
  doc.initForm();
  const root = inside(doc, "_root", isReference);
  const form = inside(root.data, "AcroForm", isReference).data;
  form.Fields = [field];
  form.SigFlags = 3;
  // Nothing is drawn, so no reader has to draw it; a changed appearance would break the seal.
  form.NeedAppearances = false;
  for (const reference of [signature, field]) reference.end();
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isReference = (value: unknown): value is Pick<Reference, "data"> =>
  typeof value === "object" && value !== null && "data" in value;

/** What pdfkit keeps inside and does not name in its types; fails loudly when another version keeps it elsewhere. */
function inside<T>(owner: object, name: string, is: (value: unknown) => value is T): T {
  const found: unknown = Reflect.get(owner, name);
  if (!is(found)) throw new Error(`pdfkit keeps no ${name} there`);
  return found;
}

/** pdfkit writes a String object as a text, a primitive one as a name. */
function literal(text: string): object {
  return new String(text);
}
