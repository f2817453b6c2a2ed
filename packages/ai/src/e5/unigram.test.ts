import { expect, test } from "vitest";

import { unigram } from "./unigram";

const scored: Record<string, number> = {
  "<s>": 0,
  "</s>": 0,
  "<unk>": 0,
  "\u2581the": -3,
  "\u2581": -4,
  the: -6,
  re: -5,
  fo: -7,
  fore: -8,
  "\u2581there": -9,
  for: -7.5,
  e: -4,
};
const cut = unigram({
  pieces: Object.keys(scored),
  scores: Object.values(scored),
  characters: [
    ["\u00a0", " "],
    ["\u{1d41e}", "e"],
    ["\u200b", ""],
  ],
  first: 0,
  last: 1,
  unknown: 2,
});
const pieces = (text: string) => cut(text).map((number) => Object.keys(scored)[number]);

test("takes the likeliest of all ways to cut a text, not the longest piece first", () => {
  expect(pieces("there")).toEqual(["\u2581the", "re"]);
  expect(pieces("the fore")).toEqual(["\u2581the", "\u2581", "fore"]);
});

test("replaces characters, runs of spaces count once, and a text begins with a space", () => {
  expect(pieces("the\u00a0  th\u{1d41e}")).toEqual(["\u2581the", "\u2581the"]);
  expect(pieces(" the\u200b")).toEqual(["\u2581the"]);
});

test("has a piece for what it does not know: one for each character, also for those of two units", () => {
  expect(pieces("the\u{1f600}the")).toEqual(["\u2581the", "<unk>", "the"]);
  expect(pieces("")).toEqual(["\u2581"]);
});
