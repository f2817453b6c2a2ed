import { expect, test } from "vitest";

import { fieldChangesOf } from "./field-changes";

test("each field of each subject has its own line, also one that was not there before or is gone", () => {
  const changes = [
    { subject: "doc_1", before: { title: "Lease" }, after: { title: "Lease 2026" } },
    { subject: "key_1", before: {}, after: { scopes: ["read"], expiresAt: null } },
    { subject: "usr_1", before: { role: "member" }, after: { role: null } },
  ];
  expect(fieldChangesOf(changes)).toEqual([
    { subject: "doc_1", field: "title", before: "Lease", after: "Lease 2026" },
    { subject: "key_1", field: "scopes", before: null, after: '["read"]' },
    { subject: "key_1", field: "expiresAt", before: null, after: null },
    { subject: "usr_1", field: "role", before: "member", after: null },
  ]);
});

test("false and zero are values and not nothing", () => {
  const changes = [{ subject: "prj_1", before: { isRestricted: false }, after: { count: 0 } }];
  expect(fieldChangesOf(changes).map(({ before, after }) => [before, after])).toEqual([
    ["false", null],
    [null, "0"],
  ]);
});
