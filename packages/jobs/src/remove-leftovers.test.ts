import { documentDeleted, documentsDeleted } from "@besunny/core/events";
import { expect, test } from "vitest";

import { deletedBy } from "./remove-leftovers";

const document = { documentId: "doc_1", keys: ["uploads/a"] };

test("it reads the event of many deleted documents", () => {
  const { data } = documentsDeleted.of({ workspaceId: "ws_1", documents: [document] });

  expect(deletedBy(data)).toEqual({ workspaceId: "ws_1", documents: [document] });
});

test("it reads the event of one, which an earlier build may have left in a data directory", () => {
  const { data } = documentDeleted.of({ workspaceId: "ws_1", ...document });

  expect(deletedBy(data)).toEqual({ workspaceId: "ws_1", documents: [document] });
});

test("it refuses an event that names no documents", () => {
  expect(() => deletedBy({ workspaceId: "ws_1" })).toThrow();
});
