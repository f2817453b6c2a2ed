import { documentReady, documentsFiled, documentTypeCorrected } from "@besunny/core/events";
import { expect, test } from "vitest";

import { happenedBy } from "./happened-by";

const workspaceId = "ws_1";
const documentId = "doc_1";

test("a document that is ready begins what waits for it, for its type and for its arrival", () => {
  const { name, data } = documentReady.of({ workspaceId, documentId });
  expect(happenedBy(name, data)).toEqual({
    workspaceId,
    each: [
      {
        documentId,
        happened: ["document.ready", "document.typed", "document.arrived"].map((kind) => ({
          kind,
          key: kind,
          about: null,
        })),
      },
    ],
  });
});

test("a type or a project begins its own automations once each", () => {
  const typed = documentTypeCorrected.of({
    workspaceId,
    documentId,
    before: null,
    after: "letter",
  });
  expect(happenedBy(typed.name, typed.data).each[0]?.happened).toEqual([
    { kind: "document.type_changed", key: "document.type_changed:letter", about: "letter" },
  ]);
  const filed = documentsFiled.of({
    workspaceId,
    projectId: "prj_1",
    documentIds: ["doc_1", "doc_2"],
  });
  expect(happenedBy(filed.name, filed.data).each).toMatchObject([
    { documentId: "doc_1", happened: [{ key: "document.moved:prj_1", about: "prj_1" }] },
    { documentId: "doc_2" },
  ]);
});
