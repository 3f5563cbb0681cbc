import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { Language } from "#shared/language.ts";

/** One word of the search and the part of it that is looked for inside longer words, by language. */
export type Needle = {
  readonly word: string;
  readonly parts: readonly { readonly language: Language; readonly part: string }[];
};

/** A shorter stem stands in too many words to mean anything. */
const SHORTEST_PART = 4;
const MOST_WORDS = 6;
const MOST_HITS = 500;

/** Stems by the database's own dictionaries: what "laite" and "kylmälaitteen" have in common is "lait". */
export async function findNeedles(tx: Tx, find: string): Promise<Needle[]> {
  const words = [...new Set(find.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].slice(
    0,
    MOST_WORDS,
  );
  if (words.length === 0) return [];
  const { rows } = await sql<{
    word: string;
    fi: string[] | null;
    sv: string[] | null;
    en: string[] | null;
  }>`
    select word, ts_lexize('finnish_stem', word) as fi, ts_lexize('swedish_stem', word) as sv,
           ts_lexize('english_stem', word) as en
      from unnest(${words}::text[]) with ordinality as given (word, place)
     order by place`.execute(tx);
  return rows.map(({ word, fi, sv, en }) => ({
    word,
    parts: [
      { language: "fi", part: partOf(word, fi) },
      { language: "sv", part: partOf(word, sv) },
      { language: "en", part: partOf(word, en) },
    ],
  }));
}

/**
 * What a word has in common with its forms inside compounds: the stem without its last vowels
 * ("saumo-ja", "sauma-t"), the s that becomes ks ("hitsau-s", "hitsau-ksen") and the doubling that
 * comes and goes ("kaup-pa", "kaup-an"). A stem that is not how the word begins is not used.
 */
function partOf(word: string, stems: readonly string[] | null): string {
  const stem = stems?.[0] ?? "";
  if (stem.length < SHORTEST_PART || !word.startsWith(stem)) return word;
  const shorter = stem
    .replace(/[aeiouyåäö]+$/u, "")
    .replace(/([uy])s$/u, "$1")
    .replace(/([kpt])\1$/u, "$1");
  return shorter.length < SHORTEST_PART ? stem : shorter;
}

export type Hit = {
  readonly unitId: string | null;
  readonly requirementId: string | null;
  readonly inCriterion: boolean;
  readonly languages: Language[];
};

/**
 * Texts of one version that have all the words, as stems or as parts of compounds.
 */
export async function findHits(
  tx: Tx,
  versionId: string,
  find: string,
  needles: readonly Needle[],
): Promise<{ hits: Hit[]; more: boolean }> {
  if (needles.length === 0) return { hits: [], more: false };
  const patterns = (language: Language) =>
    needles.map(({ parts }) => `%${parts.find((one) => one.language === language)?.part ?? ""}%`);
  const { rows } = await sql<Hit>`
    select text.unit_id as "unitId", text.requirement_id as "requirementId",
           text.criterion_id is not null as "inCriterion",
           array_agg(distinct text.language) as languages
      from framework_text text
      left join unit on unit.id = text.unit_id
      left join requirement on requirement.id = text.requirement_id
     where text.framework_version_id = ${versionId}
       and case text.language
             when 'fi' then text.stems @@ websearch_to_tsquery('finnish', ${find})
               or text.text ilike all (${patterns("fi")}::text[])
             when 'sv' then text.stems @@ websearch_to_tsquery('swedish', ${find})
               or text.text ilike all (${patterns("sv")}::text[])
             else text.stems @@ websearch_to_tsquery('english', ${find})
               or text.text ilike all (${patterns("en")}::text[])
           end
     group by text.unit_id, text.requirement_id, text.criterion_id is not null, unit.position, requirement.position
     order by unit.position nulls last, requirement.position nulls first, 3
     limit ${MOST_HITS + 1}`.execute(tx);
  return { hits: rows.slice(0, MOST_HITS), more: rows.length > MOST_HITS };
}
