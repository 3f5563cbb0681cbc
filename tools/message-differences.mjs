/** Finds where the languages of messages/ do not say the same thing. */

export const LANGUAGES = ["fi", "sv", "en"];

const KEY = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
/** {name}, {#bold}, {/bold}; \{ is a literal brace. */
const PLACEHOLDER = /(?<!\\)\{\s*([#/]?[A-Za-z][\w-]*)[^}]*\}/g;

/**
 * @param {Record<string, Map<string, { value: unknown, file: string }>>} texts by language
 * @returns {string[]} one line for each fault: what is wrong with which key in which file
 */
export function differences(texts) {
  const keys = new Set(LANGUAGES.flatMap((language) => [...texts[language].keys()]));
  return [...keys].sort().flatMap((key) => {
    const found = LANGUAGES.filter((language) => texts[language].has(key));
    const first = texts[found[0]].get(key);
    const faults = LANGUAGES.filter((language) => !found.includes(language)).map(
      (language) => `${first.file}: "${key}" has no text in ${language}`,
    );
    if (!KEY.test(key)) faults.push(`${first.file}: "${key}" is not in snake_case`);
    for (const language of found) faults.push(...faultsOfText(key, texts[language].get(key)));
    return faults.concat(placeholderFaults(key, texts, found));
  });
}

function faultsOfText(key, { value, file }) {
  const patterns = patternsOf(value);
  if (!patterns)
    return [`${file}: "${key}" is neither a text nor [{ declarations, selectors, match }]`];
  const faults = [];
  if (patterns.some((pattern) => pattern.trim() === "")) faults.push(`${file}: "${key}" is empty`);
  if (Array.isArray(value) && !hasCatchAll(value[0].match)) {
    faults.push(`${file}: "${key}" has no case that always fits (all selectors "other" or "*")`);
  }
  return faults;
}

function patternsOf(value) {
  if (typeof value === "string") return [value];
  const match = Array.isArray(value) && value.length === 1 ? value[0]?.match : undefined;
  const patterns = match && Object.values(match);
  return patterns?.every((pattern) => typeof pattern === "string") ? patterns : undefined;
}

function hasCatchAll(match) {
  return Object.keys(match).some((conditions) =>
    conditions.split(",").every((condition) => /=\s*(other|\*)\s*$/.test(condition)),
  );
}

function placeholderFaults(key, texts, languages) {
  const placeholders = languages.map((language) => {
    const { value, file } = texts[language].get(key);
    return { language, file, names: placeholdersOf(value) };
  });
  const [first, ...others] = placeholders;
  return others
    .filter(({ names }) => names !== first.names)
    .map(
      ({ language, file, names }) =>
        `${file}: "${key}" uses ${names || "no placeholder"} in ${language} but ${first.names || "none"} in ${first.language}`,
    );
}

/** Inputs count although one variant leaves them out ("one week"), so the declared ones are added. */
function placeholdersOf(value) {
  /** @type {Set<string>} */
  const names = new Set();
  for (const pattern of patternsOf(value) ?? []) {
    for (const [, name] of pattern.matchAll(PLACEHOLDER)) names.add(name);
  }
  const declarations = Array.isArray(value) ? (value[0]?.declarations ?? []) : [];
  for (const declaration of declarations) {
    const input = /^\s*input\s+(\w+)/.exec(declaration);
    if (input) names.add(input[1]);
  }
  return [...names]
    .sort()
    .map((name) => `{${name}}`)
    .join(" ");
}
