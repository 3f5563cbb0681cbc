/** Named HTML entities met in Finnish, Swedish and English text. */
// biome-ignore format: a table
const NAMED: Readonly<Record<string, string>> = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", ensp: " ", emsp: " ", thinsp: " ", shy: "",
  auml: "ä", Auml: "Ä", ouml: "ö", Ouml: "Ö", aring: "å", Aring: "Å", uuml: "ü", Uuml: "Ü",
  eacute: "é", Eacute: "É", egrave: "è", agrave: "à", aacute: "á", oacute: "ó", iacute: "í", uacute: "ú",
  ccedil: "ç", ntilde: "ñ", scaron: "š", Scaron: "Š", zcaron: "ž", Zcaron: "Ž", oslash: "ø", Oslash: "Ø",
  aelig: "æ", AElig: "Æ", szlig: "ß", ndash: "–", mdash: "—", hellip: "…", bull: "•", middot: "·",
  lsquo: "‘", rsquo: "’", sbquo: "‚", ldquo: "“", rdquo: "”", bdquo: "„", laquo: "«", raquo: "»",
  sect: "§", para: "¶", deg: "°", plusmn: "±", times: "×", divide: "÷", minus: "−", frac12: "½",
  frac14: "¼", frac34: "¾", sup1: "¹", sup2: "²", sup3: "³", micro: "µ", euro: "€", pound: "£", cent: "¢",
  copy: "©", reg: "®", trade: "™", ordm: "º", ordf: "ª", le: "≤", ge: "≥", ne: "≠", rarr: "→", larr: "←",
  Omega: "Ω", omega: "ω", alpha: "α", beta: "β", mu: "μ", pi: "π", permil: "‰", dagger: "†",
};

/** Numbers 128-159 are written by programs that mean Windows-1252. */
// biome-ignore format: a table
const WINDOWS: Readonly<Record<number, string>> = {
  128: "€", 130: "‚", 132: "„", 133: "…", 145: "‘", 146: "’", 147: "“", 148: "”", 149: "•", 150: "–", 151: "—",
  153: "™",
};

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}))(?:;|(?![a-z0-9=;]))/gi;

/** Decodes entities once: "&amp;lt;" becomes "&lt;". An unknown one stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(ENTITY, (whole, decimal, hexadecimal, name) => {
    if (typeof name === "string")
      return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
    const code =
      typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return "";
    return WINDOWS[code] ?? String.fromCodePoint(code);
  });
}
