import { expect, test } from "vitest";

import { archiveHref, choiceOf, countOf } from "./selected-documents";

const some = { isAll: false, except: [], chosen: ["doc_1", "doc_2"] };
const all = { isAll: true, except: ["doc_3"], chosen: ["doc_1", "doc_2"] };

test("some documents are named, and all that match are asked for by the query", () => {
  expect(choiceOf(some, { q: "lease" })).toEqual({ ids: ["doc_1", "doc_2"] });
  expect(choiceOf(all, { q: "lease" })).toEqual({ matching: { q: "lease", except: ["doc_3"] } });
  expect(choiceOf({ ...all, except: [] }, {})).toEqual({ matching: {} });
});

test("the number of all that match counts those that are not loaded", () => {
  expect(countOf(some, 1204)).toBe(2);
  expect(countOf(all, 1204)).toBe(1203);
  expect(countOf(all, undefined)).toBe(1);
});

test("an archive is asked for by ids, or by what its documents match", () => {
  expect(archiveHref({ ids: ["doc_1", "doc_2"] })).toBe(
    "/api/v1/documents/archive?ids=doc_1%2Cdoc_2",
  );
  expect(archiveHref({ matching: { q: "type:invoice", except: ["doc_3"] } })).toBe(
    "/api/v1/documents/archive?q=type%3Ainvoice&except=doc_3",
  );
});
