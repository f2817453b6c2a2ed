import { expect, test, vi } from "vitest";

import { createRates } from "./rates";

const row = (workspaceId: string, bucket: string, points: number) => ({
  workspaceId,
  bucket,
  points,
});

function someRates(list: () => Promise<ReturnType<typeof row>[]>) {
  let at = 0;
  const warn = vi.fn();
  const log = { info: () => undefined, warn, error: () => undefined };
  const ratesOf = createRates({
    db: { platform: { rates: { list } } },
    clock: () => new Date(at),
    log,
  });
  const pass = (ms: number) => {
    at += ms;
  };
  return { ratesOf, pass, warn };
}

test("each workspace has the limits that are set for it, and a bucket of an earlier version counts for nothing", async () => {
  const list = vi.fn(async () => [
    row("ws_1", "user", 5),
    row("ws_1", "workspace", 7),
    row("ws_2", "earlier", 9),
  ]);
  const { ratesOf } = someRates(list);

  expect(await Promise.all([ratesOf("ws_1"), ratesOf("ws_2"), ratesOf("ws_3")])).toEqual([
    { user: 5, workspace: 7 },
    {},
    {},
  ]);
  expect(list).toHaveBeenCalledTimes(1);
});

test("a change counts within ten seconds", async () => {
  let points = 5;
  const { ratesOf, pass } = someRates(async () => [row("ws_1", "user", points)]);
  await ratesOf("ws_1");
  points = 6;
  expect(await ratesOf("ws_1")).toEqual({ user: 5 });
  pass(10_001);
  expect(await ratesOf("ws_1")).toEqual({ user: 6 });
});

test("while the database does not answer, the last limits hold", async () => {
  let isAway = false;
  const { ratesOf, pass, warn } = someRates(async () => {
    if (isAway) throw new Error("gone");
    return [row("ws_1", "user", 5)];
  });
  await ratesOf("ws_1");
  isAway = true;
  pass(10_001);
  expect(await ratesOf("ws_1")).toEqual({ user: 5 });
  expect(warn).toHaveBeenCalledTimes(1);
});
