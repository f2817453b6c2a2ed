import { expect, test } from "vitest";

import { diskStateOf } from "./contract";

const MB = 1_000_000;
const GB = 1_000 * MB;

test.each([
  [50 * GB, 500 * GB, "ok"],
  [1 * GB, 500 * GB, "ok"],
  [1 * GB - 1, 500 * GB, "nearlyFull"],
  [600 * MB, 10 * GB, "ok"],
  [499 * MB, 10 * GB, "nearlyFull"],
  [299 * MB, 1 * GB, "nearlyFull"],
  [301 * MB, 1 * GB, "ok"],
  [200 * MB - 1, 500 * GB, "full"],
  [0, 500 * GB, "full"],
])("%i bytes free of %i are %s", (freeBytes, totalBytes, state) => {
  expect(diskStateOf({ freeBytes, totalBytes })).toBe(state);
});
