import { expect, test } from "vitest";

import { placeOf } from "./place-of";

const nothing = { label: null, workspaceId: null, documentId: null };

test("everything that can be found has a page", () => {
  const of = (kind: Parameters<typeof placeOf>[0]["kind"], id: string, given = {}) =>
    placeOf({ ...nothing, kind, id, ...given });

  expect(of("document", "doc_1", { documentId: "doc_1" })).toBe("/documents/doc_1");
  expect(of("documentRun", "run_1", { documentId: "doc_1" })).toBe("/documents/doc_1#run_1");
  expect(of("run", "0199")).toBe("/operations/runs/0199");
  expect(of("batch", "bat_1")).toBe("/documents?batchId=bat_1");
  expect(of("workspace", "ws_1", { workspaceId: "ws_1" })).toBe("/workspaces/ws_1");
  expect(of("person", "usr_1")).toBe("/people/usr_1");
  expect(of("call", "aud_1", { documentId: "doc_1" })).toBe("/documents/doc_1");
  expect(of("call", "aud_1", { workspaceId: "ws_1" })).toBe("/workspaces/ws_1");
  expect(of("call", "aud_1")).toBe("/audit");
});
