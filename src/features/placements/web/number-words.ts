import { m } from "#messages/web";
import { number } from "#web/ui/format.ts";

const LARGEST_WORD = 12;

/** "six" up to twelve, then digits: for titles that are sentences. */
export function numberWord(count: number): string {
  return count > LARGEST_WORD ? number(count) : m.board_number({ count });
}
