// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";

import { findTrail, keepTrail } from "./trail";

beforeEach(() => sessionStorage.clear());

describe("findTrail", () => {
  test("returns the list last looked at, for its documents only", () => {
    keepTrail({ href: "/library?q=type:lease", title: "Library", ids: ["doc_1", "doc_2"] });

    expect(findTrail("doc_2")).toMatchObject({ href: "/library?q=type:lease", title: "Library" });
    expect(findTrail("doc_3")).toBeNull();
  });

  test.each([
    ["nothing", null],
    ["no JSON", "{"],
    ["another shape", JSON.stringify({ ids: ["doc_1"] })],
    ["another site", JSON.stringify({ href: "//evil.example", title: "x", ids: ["doc_1"] })],
  ])("returns null for %s", (_, kept) => {
    if (kept) sessionStorage.setItem("besunny.trail", kept);
    expect(findTrail("doc_1")).toBeNull();
  });
});
