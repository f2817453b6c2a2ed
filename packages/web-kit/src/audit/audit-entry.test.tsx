import { expect, test } from "vitest";

import { type AuditEntry, pageOfSubject, titleOf } from "./audit-entry";

const entry: AuditEntry = {
  id: "aud_1",
  createdAt: new Date(0),
  operation: "documents.rename-document",
  door: "web",
  outcome: "ok",
  errorCode: null,
  actor: { kind: "user", id: "usr_1", name: "Ada", email: null },
  subjects: ["doc_1", "doc_gone", "usr_1"],
  input: {},
  changes: [],
  traceId: null,
  sessionId: null,
  ip: null,
  userAgent: null,
  reason: null,
  erasedAt: null,
  named: [
    { id: "doc_1", name: "Lease" },
    { id: "prj_1", name: "The move" },
    { id: "usr_1", name: "Ada" },
  ],
};

test("only documents and projects that exist have a page", () => {
  expect(pageOfSubject(entry, "doc_1")).toBe("/documents/doc_1");
  expect(pageOfSubject(entry, "prj_1")).toBe("/projects/prj_1");
  expect(pageOfSubject(entry, "doc_gone")).toBeNull();
  expect(pageOfSubject(entry, "usr_1")).toBeNull();
  const { named: _named, ...ofThePlatform } = entry;
  expect(pageOfSubject(ofThePlatform, "doc_1")).toBeNull();
});

test("a row of an earlier version shows the name it has", () => {
  const operations = [
    { name: "documents.rename-document", title: "Rename a document", isAudited: true },
  ];
  expect(titleOf(operations, entry.operation)).toBe("Rename a document");
  expect(titleOf(operations, "document.rename")).toBe("document.rename");
});
