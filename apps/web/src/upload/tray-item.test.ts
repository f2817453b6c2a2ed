import { describe, expect, test } from "vitest";

import { fractionOf, isResting, needsSomeone, type TrayItem } from "./tray-item";

const anItem = (change: Partial<TrayItem>): TrayItem => ({
  key: "1",
  name: "lease.pdf",
  path: "lease.pdf",
  size: 100,
  phase: "waiting",
  sentBytes: 0,
  documentId: null,
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
