import { expect, test } from "vitest";

import { auditInputOf, idWithin, isNarrowed } from "./audit-filters";

const none = {
  id: null,
  actorKind: null,
  ip: null,
  actorId: null,
  subject: null,
  operation: null,
  outcome: null,
  from: null,
  to: null,
};

test("a log without filters asks for everything", () => {
  expect(auditInputOf(none)).toEqual({ limit: 50 });
  expect(isNarrowed(none)).toBe(false);
});

test("both days of a range are inside, and what is set is asked for", () => {
  const day = new Date("2026-03-01T00:00:00Z");
  const filters = { ...none, operation: "documents.rename-document", from: day, to: day };
  expect(auditInputOf(filters)).toEqual({
    operation: "documents.rename-document",
    from: day,
    to: new Date("2026-03-02T00:00:00Z"),
    limit: 50,
  });
  expect(isNarrowed(filters)).toBe(true);
});

test.for([
  ["doc_019a2b", "doc_019a2b"],
  ["  doc_019a2b ", "doc_019a2b"],
  ["https://besunny.example/documents/doc_019a2b?tab=timeline", "doc_019a2b"],
  ["http://localhost:3000/projects/prj_7#top", "prj_7"],
  ["0f8fad5b-d9cb-469f-a165-70867728950e", "0f8fad5b-d9cb-469f-a165-70867728950e"],
  ["Lease 2026", null],
  ["", null],
] as const)("an id is found in %j", ([text, id]) => {
  expect(idWithin(text)).toBe(id);
});
