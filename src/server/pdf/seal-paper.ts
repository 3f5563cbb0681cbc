import { Signer, SignPdf } from "@signpdf/signpdf";
import { makeCms, type TimeStampSource } from "./cms.ts";
import type { SealKey } from "./seal-key.ts";

export type Sealed = { readonly bytes: Buffer; readonly timeStamped: boolean };

/**
 * Seals a paper that write-paper.ts left room in. The seal covers the total document: whatever changes a byte
 * afterwards breaks it.
 */
export async function sealPaper(
  pdf: Buffer,
  key: SealKey,
  timeStamp?: TimeStampSource,
): Promise<Sealed> {
  const signer = new CmsSigner(key, timeStamp);
  const bytes = await new SignPdf().sign(pdf, signer);
  return { bytes, timeStamped: signer.timeStamped };
}

class CmsSigner extends Signer {
  timeStamped = false;
  readonly #key: SealKey;
  readonly #timeStamp: TimeStampSource | undefined;

  constructor(key: SealKey, timeStamp: TimeStampSource | undefined) {
    super();
    this.#key = key;
    this.#timeStamp = timeStamp;
  }

  override async sign(content: Buffer): Promise<Buffer> {
    const { der, timeStamped } = await makeCms(content, this.#key, this.#timeStamp);
    this.timeStamped = timeStamped;
    return der;
  }
}
