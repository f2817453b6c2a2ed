import { expect, test } from "vitest";

import { extensionOf } from "./extension";

test.each([
  ["legacy_sample.doc", "doc", "DOC"],
  ["lease.pdf.p7m", "pdf", "PDF"],
  ["README", "text", "TEXT"],
  ["notes", null, null],
  ["2206.01062 pg3", "pdf", "PDF"],
])("a file named %s of the format %s is shown as %s", (fileName, format, shown) => {
  expect(extensionOf({ fileName, format })).toBe(shown);
});
