import { chainSignature, type Evidence, sectionHashesOf, textHashOf } from "./evidence.ts";
import { evidenceShape } from "./verify-evidence.contract.ts";
import { sha256Text } from "./verify-machine.ts";

export type EvidenceFault =
  /** Nothing of our format is attached, or it cannot be read. */
  | { readonly code: "evidence_unreadable" }
  /** The text is not the one that was hashed; the sections that differ, none when it is none of them. */
  | { readonly code: "text_altered"; readonly sections: readonly string[] }
  | { readonly code: "signature_altered"; readonly who: string }
  /** Signed, but another text than this one. */
  | { readonly code: "signature_of_other_text"; readonly who: string }
  /** Does not follow the signature before it: one was taken out, put in or moved. */
  | { readonly code: "chain_broken"; readonly who: string }
  | { readonly code: "nobody_signed" };

export type EvidenceFinding = {
  readonly faults: readonly EvidenceFault[];
  readonly evidence: Evidence | null;
};

/** Computes every hash of the evidence anew and tells which no longer fits. */
export async function checkEvidence(attached: unknown): Promise<EvidenceFinding> {
  const read = evidenceShape.safeParse(attached);
  if (!read.success) return { faults: [{ code: "evidence_unreadable" }], evidence: null };
  const evidence: Evidence = read.data;
  try {
    const faults = [...(await textFaults(evidence)), ...(await chainFaults(evidence))];
    return { faults, evidence };
  } catch {
    // No canonical JSON: half a letter, or a number that is none. We never wrote that.
    return { faults: [{ code: "evidence_unreadable" }], evidence: null };
  }
}

async function textFaults({ text, textHash, sectionHashes, language }: Evidence) {
  if ((await textHashOf(text, sha256Text)) === textHash) return [];
  const keyOf = (one: { language: string; id: string }) => `${one.language} ${one.id}`;
  const kept = new Map(sectionHashes.map((one) => [keyOf(one), one.hash]));
  const now = await sectionHashesOf(text, sha256Text);
  const altered = new Set(now.filter((one) => kept.get(keyOf(one)) !== one.hash).map(keyOf));
  for (const one of now) kept.delete(keyOf(one));
  const missing = [...kept.keys()].map((key) => key.slice(key.indexOf(" ") + 1));
  const own = { fi: "", sv: " (sv)", en: " (en)" };
  const headings = [text.papers.fi, text.papers.sv, text.papers.en].flatMap((paper) =>
    paper.sections
      .filter(({ id }) => altered.has(keyOf({ language: paper.language, id })))
      .map(({ heading }) =>
        paper.language === language ? heading : `${heading}${own[paper.language] || " (fi)"}`,
      ),
  );
  return [{ code: "text_altered", sections: [...headings, ...missing] } as const];
}

async function chainFaults({ signatures, textHash }: Evidence): Promise<EvidenceFault[]> {
  if (signatures.length === 0) return [{ code: "nobody_signed" }];
  const faults: EvidenceFault[] = [];
  let before: string | null = null;
  for (const { hash, previousHash, ...record } of signatures) {
    const who = record.personName;
    const anew = await chainSignature(previousHash, record, sha256Text);
    if (anew.hash !== hash) faults.push({ code: "signature_altered", who });
    if (record.textHash !== textHash) faults.push({ code: "signature_of_other_text", who });
    if (previousHash !== before) faults.push({ code: "chain_broken", who });
    before = hash;
  }
  return faults;
}
