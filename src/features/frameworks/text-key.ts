import { LANGUAGES, type LocalisedText } from "#shared/language.ts";
import { field, type Reading, type Spot, word } from "./reading.ts";

/**
 * A key for a text without a code: the national service's own identifier of the text, which outlives
 * rewording, else a hash of the words.
 */
export function textKey(reading: Reading, spot: Spot, text: LocalisedText): string {
  return word(reading, field(spot, "_tunniste")) ?? `h${hashOf(wordsOf(text))}`;
}

/** Makes keys unique among siblings: the second of the same gets "#2". */
export function uniqueIn(taken: Set<string>): (key: string) => string {
  const times = new Map<string, number>();
  return (key) => {
    let copy = times.get(key) ?? 0;
    let candidate: string;
    do {
      copy += 1;
      candidate = copy === 1 ? key : `${key}#${copy}`;
    } while (taken.has(candidate));
    times.set(key, copy);
    taken.add(candidate);
    return candidate;
  };
}

function wordsOf(text: LocalisedText): string {
  for (const language of LANGUAGES) {
    const words = text[language];
    if (words !== undefined) return words;
  }
  return "";
}

/** FNV-1a over UTF-16 units in two lanes: 16 hexadecimal digits, enough to tell the texts of one unit apart. */
function hashOf(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x1b873593;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995);
  }
  return [one, other].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}
