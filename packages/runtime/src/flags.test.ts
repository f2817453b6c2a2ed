import type { StoredFlag } from "@besunny/db/platform/flags";
import { expect, test } from "vitest";

import { createFlags } from "./flags";

const log = { info() {}, warn() {}, error() {} };
const stranger = { personId: null, workspaceId: null };
const off: StoredFlag = {
  key: "sign-up",
  isKilled: true,
  isOn: true,
  percentage: 100,
  changedAt: new Date(),
  workspaces: [],
};

function someFlags() {
  const state = { stored: [] as StoredFlag[], reads: 0, isAway: false, now: 0 };
  let changed: () => void = () => undefined;
  const hook = createFlags({
    db: {
      platform: {
        flags: {
          async list() {
            state.reads += 1;
            if (state.isAway) throw new Error("away");
            return state.stored;
          },
        },
      },
    },
    changes: {
      onFlags(listener) {
        changed = listener;
        return () => undefined;
      },
    },
    clock: () => new Date(state.now),
    log,
  });
  return { state, announce: () => changed(), isOn: () => hook.isOn("sign-up", stranger) };
}

test("many calls read the decisions once, and a change is seen at once", async () => {
  const { state, announce, isOn } = someFlags();
  expect(await Promise.all([isOn(), isOn(), isOn()])).toEqual([true, true, true]);
  expect(state.reads).toBe(1);

  state.stored = [off];
  expect(await isOn()).toBe(true);
  announce();
  expect(await isOn()).toBe(false);
  expect(state.reads).toBe(2);
});

test("a change whose announcement was missed is seen after ten seconds", async () => {
  const { state, isOn } = someFlags();
  await isOn();
  state.stored = [off];
  state.now += 10_001;
  expect(await isOn()).toBe(false);
});

test("a killed feature stays off while the database is away", async () => {
  const { state, announce, isOn } = someFlags();
  state.stored = [off];
  expect(await isOn()).toBe(false);
  state.isAway = true;
  announce();
  expect(await isOn()).toBe(false);
});
