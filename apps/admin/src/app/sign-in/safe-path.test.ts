import { expect, test } from "vitest";

import { safePath } from "./safe-path";

test.each([
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  [undefined, "/"],
  ["/documents/doc_1?page=2", "/documents/doc_1?page=2"],
])("it never sends a person who signs in to another site: %s", (next, expected) => {
  expect(safePath(next)).toBe(expected);
});
