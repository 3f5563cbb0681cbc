/** "7", "7:30", "7.30", "0730", "klo 7.30" -> "07:30"; undefined when it is no time of day. */
export function clockFromText(text: string): string | undefined {
  const match = /^(?:klo|kl\.?)?\s*(\d{1,2})(?:[:.]?(\d{2}))?$/i.exec(text.trim());
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
