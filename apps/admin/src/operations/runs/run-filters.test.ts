import { expect, test } from "vitest";

import { asRunFilter, runsHref } from "./run-filters";

const nothing = {
  view: null,
  state: null,
  function: null,
  workspace: null,
  fingerprint: null,
  within: null,
  from: null,
  to: null,
};

test("what is not asked for is left out", () => {
  expect(asRunFilter(nothing, 0)).toEqual({});
  expect(asRunFilter({ ...nothing, state: [] }, 0)).toEqual({});
});

test("a span is told from the minute in which it is asked, so that it stays the same within it", () => {
  const at = Date.UTC(2026, 10, 22, 12, 30);
  const filter = { ...nothing, within: "h1" as const };

  expect(asRunFilter(filter, at + 59_999)).toEqual(asRunFilter(filter, at));
  expect(asRunFilter(filter, at)).toEqual({ from: new Date(Date.UTC(2026, 10, 22, 11, 30)) });
});

test("the address of runs holds what they are chosen by", () => {
  expect(runsHref({ state: ["failed"], function: "besunny-process-document" })).toBe(
    "/operations/runs?state=failed&function=besunny-process-document",
  );
});
