import { describe, expect, test } from "vitest";

import { likenessOf } from "../contract/likeness-of";
import { differingFigures } from "./differing-figures";

const lease =
  "The tenant pays a rent of 4,100 euros each month. The lease ends on 31 December 2027 unless one of the parties gives notice six months before that day in writing. The landlord keeps the roof and the walls in good order, and the tenant keeps the windows clean.";

function alike(one: string, other: string): number {
  const [a, b] = [likenessOf(one), likenessOf(other)];
  if (!a || !b) return 0;
  return a.signature.filter((each, at) => each === b.signature[at]).length / a.signature.length;
}

describe("likenessOf", () => {
  test("knows the same text again, whatever its line breaks and capitals are", () => {
    expect(likenessOf(lease.toUpperCase().replaceAll(". ", ".\n\n"))).toEqual(likenessOf(lease));
  });

  test("finds texts alike that differ in figures, and never calls them the same", () => {
    const dearer = lease.replace("4,100", "4,340");
    expect(alike(lease, dearer)).toBe(1);
    expect(likenessOf(dearer)?.textHash).not.toBe(likenessOf(lease)?.textHash);
  });

  test("finds an amended copy by its bands, and tells an unlike text apart", () => {
    const amended = lease.replace("the windows clean", "the garden tidy");
    const bands = new Set(likenessOf(lease)?.bands);
    expect(likenessOf(amended)?.bands.some((band) => bands.has(band))).toBe(true);
    expect(alike(lease, amended)).toBeGreaterThan(0.7);
    const other =
      "We met on Monday to speak of the new bridge. Anna will ask three firms for an offer and report to all of us in two weeks, and Ben looks for the plans.";
    expect(alike(lease, other)).toBeLessThan(0.1);
    expect(likenessOf(other)?.bands.some((band) => bands.has(band))).toBe(false);
  });

  test.each([
    "",
    "Page 1",
    "4711 0815 22 33 44 55 66 77 88 99 12 13 14 15 16 17 18 19 20 21 22 23",
  ])("finds nothing like %j, which says too little", (text) => expect(likenessOf(text)).toBeNull());

  test("finds nothing like an unreadable text", () => {
    expect(
      likenessOf("xq#z9 wr$tk bb%nn ggg~h lk^jq pzx@ qqw&r ".repeat(20).replaceAll("@", ";x")),
    ).toBeNull();
  });
});

test("differingFigures names the figures that only one of two texts has", () => {
  expect(
    differingFigures("rent 4,100 of 2026-01-01, room 7, 7", "rent 4,340 of 2026-01-01, room 7"),
  ).toEqual({
    onlyHere: ["4,100", "7"],
    onlyThere: ["4,340"],
  });
});
