import { expect, test } from "vitest";
import { faultsOf } from "../../../../test/ocsf/check-event";
import { catalogue } from "../../../catalogue";
import { ocsfPlaceOf } from "./ocsf-classes";
import { ocsfEventOf } from "./ocsf-event";

const entry = {
  id: "aud_1",
  createdAt: new Date("2026-12-01T10:00:00Z"),
  door: "web",
  outcome: "ok",
  errorCode: null,
  actor: { kind: "user", id: "usr_1", name: "Ada", email: "ada@example.test" },
  subjects: ["doc_1"],
  input: {},
  changes: [],
  traceId: null,
  sessionId: "ses_1",
  ip: null,
  userAgent: null,
  reason: null,
  erasedAt: null,
} as const;

test("an entry of any operation is an event that the schema knows", () => {
  for (const { name } of catalogue) {
    const event = ocsfEventOf(
      { ...entry, operation: name, subjects: ["doc_1"], changes: [] },
      { workspaceId: "ws_1" },
    );
    expect(faultsOf(event), name).toEqual([]);
  }
});

test("the schema refuses an attribute that it does not have, and a missing one", () => {
  const event = ocsfEventOf(
    { ...entry, operation: "documents.rename-document", subjects: [], changes: [] },
    { workspaceId: null },
  );
  expect(faultsOf({ ...event, made_up: 1 })).toHaveLength(1);
  expect(faultsOf({ ...event, api: undefined })).not.toEqual([]);
});

test.for([
  ["identity.sign-in", 3002, 1],
  ["identity.sign-out", 3002, 2],
  ["identity.sign-up", 3001, 1],
  ["identity.change-password", 3001, 3],
  ["groups.create-group", 3004, 1],
  ["keys.revoke-api-key", 3004, 4],
  ["documents.rename-document", 6003, 3],
  ["content.record-opening", 6003, 2],
  ["documents.trash-documents", 6003, 4],
] as const)("%s is %d with the activity %d", ([operation, classUid, activityId]) => {
  expect(ocsfPlaceOf(operation)).toEqual({ classUid, activityId });
});
