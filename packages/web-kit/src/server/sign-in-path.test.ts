import { expect, test } from "vitest";

import { signInPath } from "./sign-in-path";

test.each([
  [null, "/sign-in"],
  ["/", "/sign-in"],
  ["/documents/doc_1?page=2&q=a b", "/sign-in?next=%2Fdocuments%2Fdoc_1%3Fpage%3D2%26q%3Da%20b"],
])("a person who asked for %s comes back to it", (path, expected) => {
  expect(signInPath(new Headers(path ? { "x-path": path } : {}))).toBe(expected);
});
