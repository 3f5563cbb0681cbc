/** A word that the database's own check knows; another one is a bug. */
export function known<const T extends string>(all: readonly T[], text: string): T {
  const found = all.find((one) => one === text);
  if (found === undefined) throw new Error(`unknown word in the database: ${text}`);
  return found;
}
