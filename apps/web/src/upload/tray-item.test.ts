import { describe, expect, test } from "vitest";

import {
  fractionOf,
  groupsOf,
  isAwaited,
  isResting,
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

describe("fractionOf", () => {
  test("it never goes back while a file is uploaded, read, understood and indexed", () => {
    const way = [
      anItem({ phase: "waiting" }),
      anItem({ phase: "uploading", sentBytes: 40 }),
      anItem({ phase: "uploading", sentBytes: 100 }),
      anItem({ phase: "pending", stage: "uploaded" }),
      anItem({ phase: "processing", stage: "read" }),
      anItem({ phase: "processing", stage: "understood" }),
      anItem({ phase: "processing", stage: "indexed" }),
      anItem({ phase: "ready", stage: "indexed" }),
    ].map(fractionOf);

    expect(way).toEqual([...way].sort((a, b) => a - b));
    expect(way.at(-1)).toBe(1);
  });

  test("it does not divide by the size of an empty file", () => {
    expect(fractionOf(anItem({ size: 0, phase: "uploading" }))).toBe(0);
  });
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

test("the summary counts what moves, what is here, and what needs a person", () => {
  const items = [
    anItem({ phase: "uploading", sentBytes: 100 }),
    anItem({ phase: "ready" }),
    anItem({ phase: "duplicate" }),
    anItem({ phase: "refused" }),
    anItem({ phase: "cancelled" }),
  ];
  expect(summaryOf(items)).toEqual({ total: 5, active: 1, done: 2, failed: 1, fraction: 0.9 });
  expect(summaryOf([])).toEqual({ total: 0, active: 0, done: 0, failed: 0, fraction: 0 });
});

test("a batch has ended when none of its files moves any more", () => {
  const phases = ["ready", "failed", "duplicate", "cancelled", "refused"] as const;
  const items = phases.map((phase) => anItem({ batchId: "bat_1", phase }));
  expect(summaryOf(items)).toMatchObject({ active: 0, fraction: 1 });
});
