import { expect, test } from "vitest";
import { type AgreementText, chainSignature, textHashOf } from "./evidence.ts";
import { makeEvidence, WORKING_TIME } from "./sealed-paper-scene.ts";
import { sha256Text } from "./verify-machine.ts";

// What a store that has lost its row, or a slip in the code, would hand over.
const BROKEN: [string, unknown, string][] = [
  ["nothing", undefined, "no canonical JSON"],
  ["a function", () => 1, "no canonical JSON"],
  ["a number that is none", { hours: Number.NaN }, "NaN"],
  ["half a letter", { name: "\ud83d" }, "surrogate"],
];

test.each(BROKEN)(
  "the hash of %s is not taken: nobody signs what has no canonical form",
  async (_name, value, why) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- that is what is tried
    await expect(textHashOf(value as AgreementText, sha256Text)).rejects.toThrow(why);
  },
);

test("a signature whose record has no canonical form is not chained", async () => {
  const { signatures } = await makeEvidence([WORKING_TIME]);
  const [first] = signatures;
  if (first === undefined) throw new Error("no signature");
  const { hash, previousHash: _, ...record } = first;
  await expect(
    chainSignature(hash, { ...record, personName: "\ud83d" }, sha256Text),
  ).rejects.toThrow("surrogate");
  await expect(chainSignature(null, record, sha256Text)).resolves.toMatchObject({ hash });
});
