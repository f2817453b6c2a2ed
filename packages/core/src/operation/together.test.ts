import { describe, expect, test } from "vitest";

import { together } from "./together";

/** A reading that ends when the test ends it, and counts how often it began. */
function aReading() {
  const ends: ((value: number) => void)[] = [];
  const read = () => new Promise<number>((resolve) => ends.push(resolve));
  return { read, ends };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("readings of the same key", () => {
  test("that come while one runs share the next one, which begins after them", async () => {
    const { read, ends } = aReading();
    const owner = {};
    const first = together(owner, "a", read);
    const others = [together(owner, "a", read), together(owner, "a", read)];
    expect(ends).toHaveLength(1);
    ends[0]?.(1);
    expect(await first).toBe(1);
    await settled();
    expect(ends).toHaveLength(2);
    ends[1]?.(2);
    expect(await Promise.all(others)).toEqual([2, 2]);
  });

  test("that come later read anew", async () => {
    const { read, ends } = aReading();
    const owner = {};
    const first = together(owner, "a", read);
    ends[0]?.(1);
    await first;
    await settled();
    const later = together(owner, "a", read);
    ends[1]?.(2);
    expect(await later).toBe(2);
  });

  test("that come while the shared one runs share the one after it", async () => {
    const { read, ends } = aReading();
    const owner = {};
    void together(owner, "a", read);
    const second = together(owner, "a", read);
    ends[0]?.(1);
    await settled();
    const third = together(owner, "a", read);
    ends[1]?.(2);
    expect(await second).toBe(2);
    await settled();
    ends[2]?.(3);
    expect(await third).toBe(3);
  });

  test("go on after a failure, which only those see that shared it", async () => {
    const owner = {};
    let isBroken = true;
    const read = async () => {
      await settled();
      if (isBroken) throw new Error("down");
      return 1;
    };
    const first = together(owner, "a", read);
    const second = together(owner, "a", read);
    await expect(first).rejects.toThrow("down");
    isBroken = false;
    expect(await second).toBe(1);
  });
});

test("Readings of other keys and of other owners are never shared", async () => {
  const owner = {};
  const count = { read: 0 };
  const read = async () => ++count.read;
  await Promise.all([
    together(owner, "a", read),
    together(owner, "b", read),
    together({}, "a", read),
  ]);
  expect(count.read).toBe(3);
});
