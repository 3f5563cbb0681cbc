import PDFDocument from "pdfkit";

/**
 * What we use of pdfkit. Its published types lag behind it (PDF/UA, structure closures, attachments), so the
 * shape is told here, once, and the rest of this folder is checked against it.
 */
export type Doc = {
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly margins: {
      readonly left: number;
      readonly right: number;
      readonly top: number;
      bottom: number;
    };
    readonly dictionary: object;
  };
  y: number;
  on(event: "data", take: (part: Buffer) => void): void;
  on(event: "end", take: () => void): void;
  on(event: "error", take: (error: unknown) => void): void;
  registerFont(name: string, bytes: Buffer): Doc;
  font(name: string): Doc;
  fontSize(points: number): Doc;
  text(text: string, x: number, y: number, options: TextOptions): Doc;
  heightOfString(text: string, options: TextOptions): number;
  addPage(): Doc;
  bufferedPageRange(): { readonly start: number; readonly count: number };
  switchToPage(page: number): void;
  struct(kind: string, content?: () => void): Struct;
  struct(kind: string, options: { readonly scope?: string }, content?: () => void): Struct;
  addStructure(struct: Struct): void;
  markContent(tag: string, options: object): void;
  endMarkedContent(): void;
  file(bytes: Buffer, options: object): void;
  ref(data: object): Reference;
  initForm(): void;
  end(): void;
};

export type TextOptions = {
  readonly width?: number;
  readonly lineGap?: number;
  readonly lineBreak?: boolean;
  readonly ellipsis?: boolean;
};

export type Struct = { add(child: Struct | (() => void)): unknown; end(): void };
export type Reference = { readonly data: Record<string, unknown>; end(): void };

export function openPdf(options: object): Doc {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see Doc above
  return new PDFDocument(options) as unknown as Doc;
}

export const SIZES = { title: 20, heading: 13, text: 10.5, small: 8.5 } as const;

/** What is lower than this is never parted by the end of a page. */
export const KEPT_WHOLE = 200;

export function widthOf({ page }: Doc): number {
  return page.width - page.margins.left - page.margins.right;
}

/** Below this nothing of the text stands. */
export function bottomOf({ page }: Doc): number {
  return page.height - page.margins.bottom;
}

/** Goes to the next page when less than this is left on the present one. */
export function roomFor(doc: Doc, height: number): void {
  if (doc.y > doc.page.margins.top && doc.y + height > bottomOf(doc)) doc.addPage();
}

/** Every letter that a font has a picture of. */
export function lettersOf(font: Buffer): ReadonlySet<string> {
  const doc = new PDFDocument({ autoFirstPage: false });
  doc.font(font);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pdfkit tells no type of the font that it has opened
  const opened = doc as unknown as {
    readonly _font: { readonly font: { readonly characterSet: readonly number[] } };
  };
  return new Set(opened._font.font.characterSet.map((code) => String.fromCodePoint(code)));
}

/** pdfkit takes JavaScript's Date; nothing else here does. */
export function dateOf(at: Temporal.Instant): Date {
  return new Date(at.epochMilliseconds);
}
