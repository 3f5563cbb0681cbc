/**
 * Reads messages/{fi,sv,en}.json, checks that the three languages say the
 * same things, and compiles them to src/generated/messages-web (one module per message: only used
 * texts reach the browser) and src/generated/messages-server (one module per language).
 */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { differences, LANGUAGES } from "./message-differences.mjs";
import { isMain, root } from "./place.mjs";

const outputs = [
  { folder: "src/generated/messages-web", outputStructure: "message-modules" },
  { folder: "src/generated/messages-server", outputStructure: "locale-modules" },
];
const stamp = join(root, "src/generated/messages.hash");

/** True when no text has changed since the last compilation without problems. */
export function messagesAreCurrent() {
  return isCurrent(readTexts().hash);
}

/** Compiles when a text has changed since the last time; resolves to the list of what is wrong. */
async function compileMessages() {
  const { texts, problems, hash } = readTexts();
  if (isCurrent(hash)) return [];
  problems.push(...differences(texts));
  problems.push(...(await compileAll(texts)));
  // Without a stamp the next run looks again, and says again what is wrong.
  if (problems.length === 0) writeFileSync(stamp, hash);
  else rmSync(stamp, { force: true });
  return problems;
}

function isCurrent(hash) {
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== hash) return false;
  return outputs.every(({ folder }) => existsSync(join(root, folder, "messages.js")));
}

/** The merged texts by language: { fi: { key: { value, file } }, sv, en }. */
function readTexts() {
  const hash = createHash("sha256");
  for (const file of ["tools/messages.mjs", "project.inlang/settings.json", "package-lock.json"]) {
    hash.update(readFileSync(join(root, file)));
  }
  const problems = [];
  const texts = Object.fromEntries(LANGUAGES.map((language) => [language, new Map()]));
  for (const { file, language } of messageFiles()) {
    const content = readFileSync(join(root, file), "utf8");
    hash.update(file).update(content);
    for (const [key, value] of entriesOf(file, content, problems)) {
      const earlier = texts[language].get(key);
      if (earlier) problems.push(`${file}: "${key}" is already in ${earlier.file}`);
      else texts[language].set(key, { value, file });
    }
  }
  return { texts, problems, hash: hash.digest("hex") };
}

function messageFiles() {
  return LANGUAGES.map((language) => ({ file: `messages/${language}.json`, language }));
}

function entriesOf(file, content, problems) {
  try {
    return Object.entries(JSON.parse(content)).filter(([key]) => key !== "$schema");
  } catch (error) {
    problems.push(`${file}: ${error.message}`);
    return [];
  }
}

async function compileAll(texts) {
  const { compile } = await import("@inlang/paraglide-js");
  const workshop = makeProject(texts);
  try {
    for (const { folder, outputStructure } of outputs) {
      const outdir = join(workshop, folder);
      await compile({
        project: join(workshop, "project.inlang"),
        outdir,
        outputStructure,
        strategy: ["globalVariable", "baseLocale"],
        disableAsyncLocalStorage: true,
        emitReadme: false,
      });
      bringOver(outdir, join(root, folder));
    }
    return [];
  } catch (error) {
    return [`the compiler says: ${error.message}`];
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** A project of its own under node_modules: the compiler writes into the project it reads. */
function makeProject(texts) {
  const caches = join(root, "node_modules/.cache");
  mkdirSync(caches, { recursive: true });
  const workshop = mkdtempSync(join(caches, "messages-"));
  const settings = JSON.parse(readFileSync(join(root, "project.inlang/settings.json"), "utf8"));
  settings.modules = settings.modules.map((path) => relative(workshop, join(root, path)));
  mkdirSync(join(workshop, "project.inlang"));
  mkdirSync(join(workshop, "messages"));
  writeFileSync(join(workshop, "project.inlang/settings.json"), JSON.stringify(settings));
  for (const language of LANGUAGES) {
    const merged = Object.fromEntries([...texts[language]].map(([key, { value }]) => [key, value]));
    writeFileSync(join(workshop, "messages", `${language}.json`), JSON.stringify(merged));
  }
  return workshop;
}

/** Makes `to` equal to `from`, touching only files that differ: watchers see only what changed. */
function bringOver(from, to) {
  mkdirSync(to, { recursive: true });
  const wanted = filesUnder(from);
  for (const file of wanted) {
    const content = readFileSync(join(from, file));
    const target = join(to, file);
    if (existsSync(target) && content.equals(readFileSync(target))) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.${process.pid}`, content);
    renameSync(`${target}.${process.pid}`, target);
  }
  for (const file of filesUnder(to)) {
    if (!wanted.includes(file)) rmSync(join(to, file), { force: true });
  }
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.isFile(),
  );
}

if (isMain(import.meta.url)) {
  const problems = await compileMessages();
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error(
      `${problems.length} problems in messages/: what could be compiled has been; mend the lines above.`,
    );
  }
  // The compiler's database leaves timers of 30 seconds behind.
  process.exit(problems.length > 0 ? 1 : 0);
}
