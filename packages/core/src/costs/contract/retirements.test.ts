import { expect, test } from "vitest";

import { holding, warningOf } from "./retirements";

const server = "https://models.example/v1";
const row = (given: object) => ({
  server,
  model: "tern",
  saidBy: "file" as const,
  endsOn: "2030-03-01",
  replacement: null,
  source: "an invention",
  ...given,
});
const now = new Date("2030-02-01T23:00:00Z");

test("an admin's word goes before the provider's, and that before the file's", () => {
  const said = [
    row({ endsOn: "2030-03-01" }),
    row({ saidBy: "admin", endsOn: "2030-05-01" }),
    row({ saidBy: "provider", endsOn: "2030-04-01" }),
    row({ model: "heron", saidBy: "provider", endsOn: "2030-02-08" }),
    row({ model: "heron", endsOn: "2031-01-01" }),
  ];
  expect(holding(said, [], now).map(({ model, daysLeft }) => [model, daysLeft])).toEqual([
    ["heron", 7],
    ["tern", 89],
  ]);
});

test("calls to a dated snapshot count for its model, and those of a variant do not", () => {
  const called = ["tern", "tern-2029-01-01", "tern-pro"].map((model) => ({
    server,
    model,
    calls: 2,
  }));
  expect(holding([row({})], called, now)[0]?.calls).toBe(4);
});

test.each([
  [61, null],
  [60, 60],
  [31, 60],
  [30, 30],
  [7, 7],
  [0, 7],
  [-1, null],
])("%i days before the end the warning is %s", (days, warning) => {
  expect(warningOf(days)).toBe(warning);
});
