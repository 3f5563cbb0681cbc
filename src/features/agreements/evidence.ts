import canonicalize from "canonicalize";
import type { Language } from "#shared/language.ts";
import type { Paper } from "#shared/paper.ts";

/** SHA-256 of a text's UTF-8, in lower-case hex. */
export type Sha256 = (utf8: string) => Promise<string>;

/** What is signed: the paper in three languages and the facts it was written from. Kept as JSON. */
export type AgreementText = {
  readonly template: { readonly code: string; readonly version: number };
  readonly papers: { readonly fi: Paper; readonly sv: Paper; readonly en: Paper };
  readonly facts: unknown;
};

export type Mandate = {
  readonly from: string;
  readonly notedBy: string;
  readonly at: string;
  readonly known: string;
};

/** Who signed which text, by which means and when; the hash covers all of it and the record before. */
export type SignatureRecord = {
  readonly party: string;
  readonly personName: string;
  readonly actingFor?: string;
  /** A deputy's: whose seat it was, who noted that they may sign, and how that is known. */
  readonly mandate?: Mandate;
  /** "code mi•••@example.org", or "session" of who only acknowledges. */
  readonly means: string;
  readonly at: string;
  readonly textHash: string;
  /** Null in the first record. */
  readonly previousHash: string | null;
  readonly hash: string;
};

/** The hash of one section in one language: it tells which section was altered when the whole no longer fits. */
export type SectionHash = {
  readonly language: Language;
  readonly id: string;
  readonly hash: string;
};

/** What a sealed paper carries as evidence.json: enough to compute every hash anew without this server. */
export type Evidence = {
  readonly format: "kisalli-agreement-1";
  readonly agreementId: string;
  readonly number: number;
  readonly providerName: string;
  readonly language: Language;
  readonly text: AgreementText;
  readonly textHash: string;
  readonly sectionHashes: readonly SectionHash[];
  readonly signatures: readonly SignatureRecord[];
  readonly completedAt: string;
};

/** The hash that every signer sees: SHA-256 over the text as canonical JSON (RFC 8785). */
export function textHashOf(text: AgreementText, sha256: Sha256): Promise<string> {
  return hashOf(text, sha256);
}

/** The hash of each section in each language, in the order of the paper. */
export function sectionHashesOf(
  { papers }: Pick<AgreementText, "papers">,
  sha256: Sha256,
): Promise<SectionHash[]> {
  const sections = [papers.fi, papers.sv, papers.en].flatMap((paper) =>
    paper.sections.map((section) => ({ language: paper.language, section })),
  );
  return Promise.all(
    sections.map(async ({ language, section }) => ({
      language,
      id: section.id,
      hash: await hashOf(section, sha256),
    })),
  );
}

/** Links a signature to the one before it: nobody takes one out, or changes one, without breaking the rest. */
export async function chainSignature(
  previousHash: string | null,
  record: Omit<SignatureRecord, "previousHash" | "hash">,
  sha256: Sha256,
): Promise<SignatureRecord> {
  const linked = { ...record, previousHash };
  return { ...linked, hash: await hashOf(linked, sha256) };
}

async function hashOf(value: unknown, sha256: Sha256): Promise<string> {
  const canonical = canonicalize(value);
  // The hash of nothing would be the same for every text that cannot be written: nobody may sign that.
  if (canonical === undefined) throw new TypeError("what is hashed has no canonical JSON");
  return sha256(canonical);
}
