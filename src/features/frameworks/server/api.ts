export { recordCommandImport } from "./framework.queries.ts";
export { importFramework, type Stored, storeFramework } from "./import-framework.ts";
export { type BytesRefusal, readFrameworkFile, tooLarge } from "./read-file.ts";
