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
  moveDown(lines: number): Doc;
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

export type Struct = { add(child: Struct): unknown; end(): void };
export type Reference = { readonly data: Record<string, unknown>; end(): void };

export function openPdf(options: object): Doc {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see Doc above
  return new PDFDocument(options) as unknown as Doc;
}

/** pdfkit takes JavaScript's Date; nothing else here does. */
export function dateOf(at: Temporal.Instant): Date {
  return new Date(at.epochMilliseconds);
}
