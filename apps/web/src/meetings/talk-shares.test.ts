import { expect, test } from "vitest";

import type { Speaker } from "./meeting";
import { talkShares } from "./talk-shares";

const said = (number: number, words: number, seconds: number | null): Speaker => ({
  number,
  name: `Speaker ${number}`,
  isGeneric: true,
  labels: [],
  userId: null,
  entityId: null,
  turns: 1,
  words,
  seconds,
  isCorrected: false,
});
const shares = (...speakers: Speaker[]) =>
  talkShares(speakers).map(({ speaker, share }) => [speaker.number, share]);

test("who spoke longest comes first", () => {
  expect(shares(said(1, 900, 10), said(2, 100, 30))).toEqual([
    [2, 0.75],
    [1, 0.25],
  ]);
});

test("words count where somebody has no seconds", () => {
  expect(shares(said(1, 900, 10), said(2, 100, null))).toEqual([
    [1, 0.9],
    [2, 0.1],
  ]);
});

test("nobody has a share of silence", () => {
  expect(shares(said(1, 0, null))).toEqual([[1, null]]);
});
