import { expect, test, vi } from "vitest";

import { aLimitStore } from "../../test/limit-store";
import { createLeases, type LimitStore } from "./leases";

const bucket = { key: "user/usr_1", quota: 100 };
const MINUTE_MS = 60_000;

function aClock() {
  let at = 1_000_000;
  return {
    now: () => at,
    pass: (ms: number) => {
      at += ms;
    },
  };
}

function aProcess(store: LimitStore, now: () => number, answerMs?: number) {
  const warn = vi.fn();
  const log = { info: vi.fn(), warn, error: vi.fn() };
  const leases = createLeases({ store, log, now, ...(answerMs && { answerMs }) });
  const take = (cost = 1, from = bucket) => leases.take(from, cost);
  /** Takes one point at a time until a refusal; returns how many were taken. */
  const takeAll = async () => {
    for (let taken = 0; ; taken += 1) if (!(await take()).isTaken) return taken;
  };
  const paid = () => leases.take(bucket, 1, true);
  return { take, takeAll, paid, settle: leases.settle, warn };
}

test("a process visits the store once for a tenth of the bucket", async () => {
  const { now } = aClock();
  const { store, visits } = aLimitStore(now);
  const { take } = aProcess(store, now);

  for (let taken = 1; taken <= 10; taken += 1)
    expect(await take()).toEqual({
      isTaken: true,
      isAway: false,
      points: 100 - taken,
      msLeft: MINUTE_MS,
    });
  expect(visits).toEqual([10]);
  await take();
  expect(visits).toEqual([10, 10]);
});

test("a request that costs more than a chunk takes what it costs", async () => {
  const { now } = aClock();
  const { store, visits } = aLimitStore(now);
  const { take } = aProcess(store, now);

  expect(await take(40)).toMatchObject({ isTaken: true, points: 60 });
  expect(visits).toEqual([40]);
});

test("processes spend the quota together, to the last point, and no more", async () => {
  const { now } = aClock();
  const { store } = aLimitStore(now);
  const [one, other] = [aProcess(store, now), aProcess(store, now)];

  for (let taken = 0; taken < 3; taken += 1)
    expect(await one.take()).toMatchObject({ isTaken: true });
  expect(await other.takeAll()).toBe(90);
  expect(await one.takeAll()).toBe(7);
});

test("requests at the same instant share one visit and never spend a point twice", async () => {
  const { now } = aClock();
  const { store, visits } = aLimitStore(now);
  const { take } = aProcess(store, now);

  await Promise.all([1, 2, 3, 4, 5].map(() => take()));
  expect(visits).toEqual([10]);
  const taken = await Promise.all(Array.from({ length: 150 }, () => take()));
  expect(taken.filter(({ isTaken }) => isTaken)).toHaveLength(95);
});

test("a bucket that is empty is asked for four times a second at most, and nothing is added then", async () => {
  const { now, pass } = aClock();
  const { store, visits } = aLimitStore(now);
  const { take, takeAll } = aProcess(store, now);
  expect(await takeAll()).toBe(100);
  const asked = visits.length;

  for (let tries = 0; tries < 50; tries += 1)
    expect(await take()).toMatchObject({ isTaken: false, points: 0 });
  expect(visits).toHaveLength(asked);
  pass(MINUTE_MS - 1);
  expect(await take()).toEqual({ isTaken: false, isAway: false, points: 0, msLeft: 1 });
  expect(visits.slice(asked)).toEqual([0]);
  pass(1);
  expect(await takeAll()).toBe(100);
});

test("what a process does not spend goes back, and others get it, in the same window", async () => {
  const { now, pass } = aClock();
  const { store } = aLimitStore(now);
  const [one, other] = [aProcess(store, now), aProcess(store, now)];
  await one.take();
  await one.take();
  expect(await other.takeAll()).toBe(90);
  await one.settle();
  expect(await other.takeAll()).toBe(0);

  pass(250);
  await one.settle();
  expect(await other.takeAll()).toBe(8);
  expect(await one.takeAll()).toBe(0);
});

test("nothing goes back at the end of a window, where it could count in the next", async () => {
  const { now, pass } = aClock();
  const { store } = aLimitStore(now);
  const giveBack = vi.fn(store.giveBack);
  const { take, settle } = aProcess({ ...store, giveBack }, now);
  await take();
  pass(MINUTE_MS - 1_000);
  await settle();

  expect(giveBack).not.toHaveBeenCalled();
});

test("a slice that was asked for in vain does not stay in the counter", async () => {
  const { now, pass } = aClock();
  const { store } = aLimitStore(now);
  const [one, other] = [aProcess(store, now), aProcess(store, now)];
  await one.take();
  for (let tries = 0; tries < 3; tries += 1) {
    await other.takeAll();
    pass(300);
  }
  await one.settle();
  expect(await other.takeAll()).toBe(9);
});

test("a window ends in this process when it ends in the store", async () => {
  const { now, pass } = aClock();
  const { store } = aLimitStore(now);
  const [one, other] = [aProcess(store, now), aProcess(store, now)];
  await one.take();
  pass(50_000);

  expect(await other.take()).toMatchObject({ msLeft: 10_000 });
});

test("what is too much is refused and takes nothing", async () => {
  const { now, pass } = aClock();
  const { store } = aLimitStore(now);
  const { take } = aProcess(store, now);
  await take(95);

  expect(await take(10)).toMatchObject({ isTaken: false });
  pass(250);
  expect(await take(5)).toMatchObject({ isTaken: true, points: 0 });
});

test("each key has a bucket of its own", async () => {
  const { now } = aClock();
  const { take, takeAll } = aProcess(aLimitStore(now).store, now);
  await takeAll();

  expect(await take(1, { key: "user/usr_2", quota: 100 })).toMatchObject({ isTaken: true });
});

test("while the store is away a process counts alone, and logs it once a minute", async () => {
  const { now, pass } = aClock();
  const add = vi.fn().mockRejectedValue(new Error("connection refused"));
  const { take, takeAll, warn } = aProcess({ add, giveBack: add }, now);

  expect(await takeAll()).toBe(100);
  expect(add).toHaveBeenCalledTimes(1);
  pass(11_000);
  await take(1, { key: "user/usr_2", quota: 100 });
  expect(add).toHaveBeenCalledTimes(2);
  expect(warn).toHaveBeenCalledTimes(1);
  pass(MINUTE_MS);
  expect(await takeAll()).toBe(100);
  expect(warn).toHaveBeenCalledTimes(2);
});

test("what a process spent before the store went counts, and the store counts again once it is back", async () => {
  const { now, pass } = aClock();
  const { store, visits } = aLimitStore(now);
  let isAway = false;
  const add: LimitStore["add"] = (...given) =>
    isAway ? Promise.reject(new Error("gone")) : store.add(...given);
  const { take, takeAll, paid } = aProcess({ ...store, add }, now);
  for (let taken = 0; taken < 30; taken += 1) await take();

  isAway = true;
  expect(await takeAll()).toBe(70);
  expect(await paid()).toMatchObject({ isTaken: false, isAway: true, msLeft: 10_000 });
  isAway = false;
  pass(10_000);
  expect(await paid()).toMatchObject({ isTaken: true });
  pass(MINUTE_MS);
  const before = visits.length;
  expect(await takeAll()).toBe(100);
  expect(visits.length).toBeGreaterThan(before);
});

test("a store that never answers keeps nobody waiting", async () => {
  const { now } = aClock();
  const add = vi.fn(() => new Promise<never>(() => undefined));
  const { takeAll, warn } = aProcess({ add, giveBack: add }, now, 1);

  expect(await takeAll()).toBe(100);
  expect(add).toHaveBeenCalledTimes(1);
  expect(warn).toHaveBeenCalledTimes(1);
});
