import fc from "fast-check";
import { expect, test } from "vitest";
import { type Card, changeOf, MERGE_FIELDS, takenBack } from "./merge.ts";

const words = fc.constantFrom("a", "b", "c");
const maybe = fc.option(words, { nil: null });
const card: fc.Arbitrary<Card> = fc.record({
  name: words,
  employerId: words,
  street: maybe,
  postalCode: maybe,
  municipality: words,
  phone: maybe,
  email: maybe,
});
const take = fc.subarray([...MERGE_FIELDS]);

test("a merge taken back at once leaves the card as it was", () => {
  fc.assert(
    fc.property(card, card, take, (keep, give, fields) => {
      const change = changeOf(keep, give, fields);
      expect(takenBack({ ...keep, ...change.after }, change)).toEqual(keep);
    }),
  );
});

test("what was edited after the merge stays, all else goes back", () => {
  fc.assert(
    fc.property(
      card,
      card,
      take,
      fc.constantFrom(...MERGE_FIELDS),
      (keep, give, fields, edited) => {
        const change = changeOf(keep, give, fields);
        const part =
          edited === "employer" ? "employerId" : edited === "address" ? "street" : edited;
        const present = { ...keep, ...change.after, [part]: "edited since" };
        expect(takenBack(present, change)).toEqual({ ...keep, [part]: "edited since" });
      },
    ),
  );
});

test("nothing is taken that was not chosen", () => {
  fc.assert(
    fc.property(card, card, (keep, give) => {
      expect(changeOf(keep, give, [])).toEqual({ before: {}, after: {} });
    }),
  );
});
