/**
 * Finds what is wrong with a text that should be JSON, and where: line and column from 1. The text is
 * walked once without recursion, so that a file nested ten thousand deep is refused and not a crash.
 */
export type JsonFault = {
  readonly kind: "empty" | "cut_off" | "not_json" | "too_deep";
  readonly line: number;
  readonly column: number;
};

export function findJsonFault(text: string, maxDepth: number): JsonFault | undefined {
  const cursor: Cursor = { text, at: 0, open: [], expect: "value" };
  for (skipSpace(cursor); cursor.at < text.length; skipSpace(cursor)) {
    const start = cursor.at;
    const step = takeStep(cursor);
    if (step !== "ok") return faultAt(text, step === "cut_off" ? text.length : start, step);
    if (cursor.open.length > maxDepth) return faultAt(text, start, "too_deep");
  }
  if (cursor.expect === "nothing") return undefined;
  return faultAt(text, text.length, text.trim() === "" ? "empty" : "cut_off");
}

type Expect =
  | "value"
  | "value_or_end"
  | "key"
  | "key_or_end"
  | "colon"
  | "comma_or_end"
  | "nothing";
type Cursor = { readonly text: string; at: number; readonly open: ("}" | "]")[]; expect: Expect };
type Step = "ok" | "cut_off" | "not_json";

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const UNFINISHED_NUMBER = /-?\d*\.?\d*(?:[eE][+-]?\d*)?$/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const UNFINISHED_ESCAPE = /\\(?:u[0-9a-fA-F]{0,3})?$/y;

function skipSpace(cursor: Cursor): void {
  cursor.at = endOf(SPACE, cursor);
}

function takeStep(cursor: Cursor): Step {
  const sign = cursor.text[cursor.at];
  switch (cursor.expect) {
    case "colon":
      return takeSign(cursor, sign === ":", "value");
    case "comma_or_end": {
      if (sign === cursor.open.at(-1)) return close(cursor);
      return takeSign(cursor, sign === ",", cursor.open.at(-1) === "}" ? "key" : "value");
    }
    case "key":
    case "key_or_end":
      if (sign === "}" && cursor.expect === "key_or_end") return close(cursor);
      return sign === '"' ? takeString(cursor, "colon") : "not_json";
    case "nothing":
      return "not_json";
    case "value":
    case "value_or_end":
      return takeValue(cursor, sign);
  }
}

function takeSign(cursor: Cursor, right: boolean, next: Expect): Step {
  if (!right) return "not_json";
  cursor.at += 1;
  cursor.expect = next;
  return "ok";
}

function takeValue(cursor: Cursor, sign: string | undefined): Step {
  if (sign === "]" && cursor.expect === "value_or_end") return close(cursor);
  if (sign === "{" || sign === "[") {
    cursor.open.push(sign === "{" ? "}" : "]");
    cursor.at += 1;
    cursor.expect = sign === "{" ? "key_or_end" : "value_or_end";
    return "ok";
  }
  if (sign === '"') return takeString(cursor, afterValue(cursor));
  return takeWord(cursor);
}

function close(cursor: Cursor): Step {
  cursor.open.pop();
  cursor.at += 1;
  cursor.expect = afterValue(cursor);
  return "ok";
}

function afterValue(cursor: Cursor): Expect {
  return cursor.open.length === 0 ? "nothing" : "comma_or_end";
}

function takeString(cursor: Cursor, next: Expect): Step {
  cursor.at += 1;
  for (;;) {
    cursor.at = endOfLetters(cursor);
    const afterEscape = endOf(ESCAPE, cursor);
    if (afterEscape === cursor.at) break;
    cursor.at = afterEscape;
  }
  if (cursor.text[cursor.at] === '"') return takeSign(cursor, true, next);
  if (cursor.at >= cursor.text.length || endOf(UNFINISHED_ESCAPE, cursor) === cursor.text.length) {
    return "cut_off";
  }
  return "not_json";
}

/** Up to the quote, the backslash or the control character that ends a run of plain letters. */
function endOfLetters({ text, at }: Cursor): number {
  for (let end = at; end < text.length; end += 1) {
    const unit = text.charCodeAt(end);
    if (unit === 0x22 || unit === 0x5c || unit < 0x20) return end;
  }
  return text.length;
}

function takeWord(cursor: Cursor): Step {
  const { text, at } = cursor;
  const word = ["true", "false", "null"].find((known) => text.startsWith(known, at));
  const end = word === undefined ? endOf(NUMBER, cursor) : at + word.length;
  if (end > at && end < text.length && endOf(UNFINISHED_NUMBER, cursor) === text.length)
    return "cut_off";
  if (end > at) {
    if (end === text.length && cursor.open.length > 0) return "cut_off";
    cursor.at = end;
    cursor.expect = afterValue(cursor);
    return "ok";
  }
  const rest = text.slice(at, at + 6);
  const begun = ["true", "false", "null"].some((known) => known.startsWith(rest));
  return begun || endOf(UNFINISHED_NUMBER, cursor) === text.length ? "cut_off" : "not_json";
}

function endOf(pattern: RegExp, { text, at }: Cursor): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function faultAt(text: string, at: number, kind: JsonFault["kind"]): JsonFault {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end !== -1 && end < at; end = text.indexOf("\n", start)) {
    line += 1;
    start = end + 1;
  }
  return { kind, line, column: at - start + 1 };
}
