import { expect, test } from "vitest";

import { changes, type DocumentNow, type StageNow } from "./follow-document";

const document = (given: Partial<DocumentNow>): DocumentNow => ({
  id: "doc_1",
  title: "Lease",
  fileName: "lease.txt",
  mediaType: "text/plain",
  format: null,
  size: 1,
  source: "upload",
  folder: null,
  version: 1,
  status: "processing",
  stage: "uploaded",
  transcription: null,
  type: null,
  typeConfidence: null,
  isTypeCorrected: false,
  language: null,
  pageCount: 0,
  datedOn: "1970-01-01",
  parentId: null,
  projects: [],
  tags: [],
  fields: [],
  uploadedBy: null,
  createdAt: new Date(0),
  typedAt: null,
  readyAt: null,
  trashedAt: null,
  seq: 1,
  error: null,
  ...given,
});

const stage = (state: string): StageNow => ({
  name: "read",
  state,
  attempt: 1,
  startedAt: new Date(0),
  durationMs: null,
  error: null,
});

const told = (...states: Parameters<typeof changes>) =>
  [...changes(...states)].map(({ type, seq }) => `${type} ${seq}`);

test("it tells only what differs", () => {
  const before = { document: document({}), stages: [stage("running")] };

  expect(told(before, { document: document({ seq: 2 }), stages: [stage("finished")] })).toEqual([
    "stage 2",
  ]);
  expect(
    told(before, { document: document({ seq: 3, title: "New" }), stages: [stage("running")] }),
  ).toEqual(["document 3"]);
});

test("it tells everything to who knows nothing, the stages first", () => {
  expect(told(null, { document: document({ seq: 4 }), stages: [stage("finished")] })).toEqual([
    "stage 4",
    "document 4",
  ]);
});
