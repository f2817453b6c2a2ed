import { expect, test } from "vitest";

import { pieceOf } from "./piece-of";

test("the piece at work is the one after those that are done, and never one too many", () => {
  expect(pieceOf({ done: 0, total: 3 })).toEqual({ piece: 1, total: 3 });
  expect(pieceOf({ done: 2, total: 3 })).toEqual({ piece: 3, total: 3 });
  expect(pieceOf({ done: 3, total: 3 })).toEqual({ piece: 3, total: 3 });
});
