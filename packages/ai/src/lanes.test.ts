import { expect, test } from "vitest";

import { createLanes, type Lane } from "./lanes";

test("lanes let whoever is interactive pass every batch that has not begun, one at a time", async () => {
  const lanes = createLanes();
  const order: string[] = [];
  let running = 0;
  const work = (lane: Lane, name: string) =>
    lanes(lane, async () => {
      expect(++running).toBe(1);
      await Promise.resolve();
      order.push(name);
      running--;
    });
  await Promise.all([
    work("batch", "first"),
    work("batch", "second"),
    work("interactive", "person"),
  ]);
  expect(order).toEqual(["first", "person", "second"]);
});

test("lanes go on after a failure", async () => {
  const lanes = createLanes();
  await expect(lanes("batch", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await lanes("batch", async () => "next")).toBe("next");
});
