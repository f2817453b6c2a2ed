import { describe, expect, test } from "vitest";

import {
  countOnce,
  groupsOf,
  isAwaited,
  isResting,
  isRetryable,
  needsSomeone,
  summaryOf,
  type TrayItem,
} from "./tray-item";

const anItem = (change: Partial<TrayItem>): TrayItem => ({
  key: "1",
  name: "lease.pdf",
  path: "lease.pdf",
  size: 100,
  phase: "waiting",
  sentBytes: 0,
  documentId: null,
  batchId: null,
  stage: null,
  problem: null,
  ...change,
});

test("it asks for someone when a file failed, was refused or was interrupted, and only then", () => {
  const asks = (phase: TrayItem["phase"]) => needsSomeone(anItem({ phase }));
  expect([asks("failed"), asks("refused"), asks("interrupted")]).toEqual([true, true, true]);
  expect([asks("ready"), asks("duplicate"), asks("processing")]).toEqual([false, false, false]);
});

test("it does not call a file at rest that is still on its way", () => {
  expect(isResting(anItem({ phase: "processing" }))).toBe(false);
  expect(isResting(anItem({ phase: "cancelled" }))).toBe(true);
});

test("what was picked together stands together, where its first file stands", () => {
  const items = [
    anItem({ key: "1", batchId: "bat_2" }),
    anItem({ key: "2" }),
    anItem({ key: "3", batchId: "bat_1" }),
    anItem({ key: "4", batchId: "bat_2" }),
  ];

  const groups = groupsOf(items).map(({ batchId, items: held }) => [
    batchId,
    ...held.map(({ key }) => key),
  ]);
  expect(groups).toEqual([
    ["bat_2", "1", "4"],
    [null, "2"],
    ["bat_1", "3"],
  ]);
});

test("the server waits only for files of a batch that it has not got and nobody took back", () => {
  const batchId = "bat_1";
  expect(isAwaited(anItem({ batchId, phase: "refused" }))).toBe(true);
  expect(isAwaited(anItem({ batchId, phase: "cancelled" }))).toBe(false);
  expect(isAwaited(anItem({ batchId, documentId: "doc_1", phase: "pending" }))).toBe(false);
  expect(isAwaited(anItem({ phase: "waiting" }))).toBe(false);
});

test("the summary counts what has ended, what is here, and what needs a person", () => {
  const items = [
    anItem({ phase: "uploading", sentBytes: 100 }),
    anItem({ phase: "ready" }),
    anItem({ phase: "duplicate" }),
    anItem({ phase: "refused" }),
    anItem({ phase: "cancelled" }),
  ];
  expect(summaryOf(items)).toEqual({ total: 5, ended: 4, done: 2, failed: 1 });
  expect(summaryOf([])).toEqual({ total: 0, ended: 0, done: 0, failed: 0 });
});

describe("countOnce", () => {
  const groups = groupsOf([
    anItem({ key: "1", batchId: "bat_1", phase: "ready", documentId: "doc_1" }),
    anItem({ key: "2", batchId: "bat_1", phase: "refused" }),
    anItem({ key: "3", phase: "failed", documentId: "doc_3" }),
  ]);
  const totals = { all: 61, ended: 20, done: 17, duplicate: 2, failed: 1 };

  test("a batch is counted by the server, and what rests here without having arrived is added", () => {
    expect(countOnce(groups, () => totals)).toEqual({ total: 62, ended: 22, done: 19, failed: 3 });
  });

  test("a batch that the server has not told of yet is counted by its rows", () => {
    expect(countOnce(groups, () => undefined)).toEqual({ total: 3, ended: 3, done: 1, failed: 2 });
  });
});

test.each([
  ["failed", "retry", true],
  ["refused", "retry", true],
  ["failed", "password", false],
  ["failed", "replace", false],
  ["ready", "retry", false],
] as const)("a file that is %s and needs %s can be retried: %s", (phase, help, expected) => {
  expect(isRetryable(anItem({ phase, problem: { message: "", remedy: null, help } }))).toBe(
    expected,
  );
});
