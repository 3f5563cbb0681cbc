import { decodeEntities } from "./entity.ts";

/**
 * Turns the HTML of national files into plain text: markup is taken out, active content with all it
 * holds, entities become characters, paragraphs and list items become lines. The answer never has
 * anything a browser would read as a tag. Works in linear time on any input.
 */
export function toPlainText(html: string): { text: string; activeRemoved: boolean } {
  if (!html.includes("<") && !html.includes("&")) {
    return { text: tidy(html), activeRemoved: false };
  }
  const first = stripMarkup(html);
  let { text, activeRemoved } = first;
  if (first.tags > 0) text = text.replaceAll(/[ \t\r\n]+/g, " ").replaceAll(LINE_END, "\n");
  else text = text.replaceAll(LINE_END, "\n");
  text = decodeEntities(text);
  // Markup that was itself written in entities, or that closes up when another tag is taken out.
  for (let round = 0; round < ROUNDS && text.includes("<"); round += 1) {
    const again = stripMarkup(text);
    text = again.text.replaceAll(LINE_END, "\n");
    activeRemoved ||= again.activeRemoved;
    if (again.tags === 0) break;
    if (round === ROUNDS - 1) text = text.replaceAll("<", " ");
  }
  return { text: tidy(text), activeRemoved };
}

const ROUNDS = 4;
/** Stands for the end of a line while white space is folded; it cannot come from the file (see tidy). */
const LINE_END = "\u{E000}";

const LINES = new Set(
  "p li br div dt dd tr h1 h2 h3 h4 h5 h6 ul ol dl table section article blockquote pre hr header footer".split(
    " ",
  ),
);
const ACTIVE = new Set(
  "script style iframe object applet embed noscript template svg math noembed noframes head title".split(
    " ",
  ),
);
const VOID = new Set(["embed"]);

type Stripped = { text: string; tags: number; activeRemoved: boolean };

function stripMarkup(source: string): Stripped {
  const html = source.replaceAll(LINE_END, "");
  const state = { lastClose: html.lastIndexOf(">"), quotesHold: true };
  const parts: string[] = [];
  let at = 0;
  let tags = 0;
  let activeRemoved = false;
  for (let open = html.indexOf("<"); open !== -1; open = html.indexOf("<", at)) {
    parts.push(html.slice(at, open));
    const tag = readTag(html, open, state);
    if (tag === undefined) {
      parts.push("<");
      at = open + 1;
      continue;
    }
    tags += 1;
    at = tag.end;
    if (ACTIVE.has(tag.name)) {
      activeRemoved = true;
      if (tag.opens && !VOID.has(tag.name)) at = endOfElement(html, tag);
    }
    parts.push(LINES.has(tag.name) ? LINE_END : tag.name === "td" || tag.name === "th" ? " " : "");
  }
  parts.push(html.slice(at));
  return { text: parts.join(""), tags, activeRemoved };
}

type Tag = { name: string; opens: boolean; end: number };

const TAG_START = /<(\/?)([a-z][a-z0-9:-]{0,40})(?=[\s/>])/iy;
const UNFINISHED = /<(\/?)([a-z][a-z0-9:-]{0,40})(?:\s+[a-z-]{2,40}\s*=|$)/iy;

function readTag(
  html: string,
  open: number,
  state: { lastClose: number; quotesHold: boolean },
): Tag | undefined {
  if (html.startsWith("<!--", open)) {
    const close = html.indexOf("-->", open + 4);
    return { name: "!", opens: false, end: close === -1 ? html.length : close + 3 };
  }
  if (open > state.lastClose) return matchAt(UNFINISHED, html, open, html.length);
  if (html[open + 1] === "!" || html[open + 1] === "?") {
    return { name: "!", opens: false, end: html.indexOf(">", open) + 1 };
  }
  const started = matchAt(TAG_START, html, open, 0);
  return started && { ...started, end: endOfTag(html, open, state) };
}

function matchAt(pattern: RegExp, html: string, open: number, end: number): Tag | undefined {
  pattern.lastIndex = open;
  const match = pattern.exec(html);
  if (!match) return undefined;
  return { name: (match[2] ?? "").toLowerCase(), opens: match[1] === "", end };
}

/**
 * The end of a tag, where a ">" inside quotes does not count. When quotes turn out not to close, they are
 * not trusted again in this text: otherwise each tag would search to the end of it.
 */
function endOfTag(html: string, open: number, state: { quotesHold: boolean }): number {
  const plain = html.indexOf(">", open) + 1;
  if (!state.quotesHold) return plain;
  let at = open;
  while (at < html.length) {
    const sign = html[at];
    if (sign === ">") return at + 1;
    const step = sign === '"' || sign === "'" ? html.indexOf(sign, at + 1) : at;
    if (step === -1) break;
    at = step + 1;
  }
  state.quotesHold = false;
  return plain;
}

function endOfElement(html: string, tag: Tag): number {
  const close = new RegExp(`</${tag.name}(?=[\\s/>])`, "gi");
  close.lastIndex = tag.end;
  const match = close.exec(html);
  const end = match ? html.indexOf(">", match.index) : -1;
  return end === -1 ? html.length : end + 1;
}

const INVISIBLE = /(?![\t\n\r])\p{Cc}|[\u00AD\u200B\u2060\uFEFF\uE000]/gu;

/** No control or invisible characters (a database refuses NUL), no lone surrogates, single spaces, no empty lines. */
export function tidy(text: string): string {
  const visible = text.toWellFormed().replaceAll(INVISIBLE, "").normalize("NFC");
  return visible
    .replaceAll(/[^\S\n]+/g, " ")
    .replaceAll(/ ?\n[ \n]*/g, "\n")
    .trim();
}
