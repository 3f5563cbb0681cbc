/** A whole number from 0 to sides - 1 that looks random and is the same for the same words. */
export function chance(words: string, sides: number): number {
  let sum = 2166136261;
  for (const letter of words) {
    sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  }
  return sum % sides;
}

/** One of the list, always the same for the same words. */
export function pick<T>(words: string, list: readonly [T, ...T[]]): T {
  return list[chance(words, list.length)] ?? list[0];
}
