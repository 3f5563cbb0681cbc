import fc from "fast-check";
import { expect, test } from "vitest";
import { type Anchor, placeLabels } from "./ribbon-labels.ts";

test("a word that fits stays at its place", () => {
  expect(placeLabels([{ x: 100, end: 130, width: 60 }], 400)).toEqual([{ side: "l", lane: 0 }]);
});

test("a word at the right edge ends where its place ends", () => {
  expect(placeLabels([{ x: 380, end: 400, width: 60 }], 400)).toEqual([{ side: "r", lane: 0 }]);
});

test("a word that would lie on another goes to the next lane", () => {
  const places = placeLabels(
    [
      { x: 100, end: 130, width: 80 },
      { x: 150, end: 180, width: 80 },
      { x: 240, end: 270, width: 80 },
    ],
    400,
  );
  expect(places.map((place) => place.lane)).toEqual([0, 1, 0]);
});

test("no two words of one lane touch", () => {
  const anchor = fc
    .tuple(fc.integer({ min: 0, max: 380 }), fc.integer({ min: 5, max: 120 }))
    .map(([x, width]): Anchor => ({ x, end: x + 20, width, wish: "m" }));
  fc.assert(
    fc.property(fc.array(anchor, { maxLength: 8 }), (anchors) => {
      const spans = placeLabels(anchors, 400).map(({ side, lane }, index) => {
        const { x = 0, end = 0, width = 0 } = anchors[index] ?? {};
        const from = side === "m" ? x - width / 2 : side === "l" ? x : end - width;
        return { lane, from, to: from + width };
      });
      const touching = spans.filter((span, index) =>
        spans.some(
          (other, at) =>
            at !== index &&
            other.lane === span.lane &&
            span.from < other.to &&
            other.from < span.to,
        ),
      );
      expect(touching).toEqual([]);
    }),
  );
});
