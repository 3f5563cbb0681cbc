import type { ReactNode } from "react";

/**
 * A text with the found parts marked. find: the words or parts of words that were searched for;
 * letters match in any case.
 */
export function Hit({ text, find }: { text: string; find: readonly string[] }) {
  return <>{markHits(text, find)}</>;
}

function markHits(text: string, find: readonly string[]): ReactNode[] {
  const wanted = find.filter((part) => part.length > 0).map(escapePattern);
  if (wanted.length === 0) return [text];
  const pattern = new RegExp(`(${wanted.join("|")})`, "giu");
  let at = 0;
  return text.split(pattern).map((part, index) => {
    const key = `${at} ${part}`;
    at += part.length;
    // split with one group gives the hits at the odd places
    return index % 2 === 1 ? <mark key={key}>{part}</mark> : part;
  });
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
