import { expect, test } from "vitest";

import { askHref, scopeFrom } from "./scope";

test("it names the documents of a question in the address", () => {
  expect(askHref({ documentIds: ["doc_1", "doc_2"] }, "Who pays?")).toBe(
    "/ask?q=Who+pays?&documentIds=doc_1,doc_2",
  );
  expect(askHref({})).toBe("/ask");
});

test("it leaves out what is not set", () => {
  expect(scopeFrom({ projectId: null, documentId: "doc_1", documentIds: [], query: "" })).toEqual({
    documentId: "doc_1",
  });
});
