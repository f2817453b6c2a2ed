import { expect, test } from "vitest";

import { timingWords } from "./timing-words";

test.each([
  ["50 2 * * *", "At 02:50, every day"],
  ["15 4 * * 1-5", "At 04:15, Monday through Friday"],
  ["*/10 * * * *", "Every 10 minutes, every hour, every day"],
  ["0 0 1 * *", "At 00:00, on day 1 of the month"],
])("nobody has to read the fields %s", (cron, words) => {
  expect(timingWords(cron)).toBe(words);
});

test("fields that make no time have no words", () => {
  expect(timingWords("every night")).toBeNull();
  expect(timingWords("")).toBeNull();
});
