import { expect, test } from "vitest";

import { aContext, aPlatformContext } from "../../test/contexts";
import { getDisk } from "../platform/get-disk";
import { getDiskState } from "./get-disk-state";

const GB = 1_000_000_000;
const nearlyFull = { free: async () => ({ freeBytes: GB / 2, totalBytes: 100 * GB }) };

test("everybody of a workspace learns that there is little room, and no more than that", async () => {
  for (const role of ["viewer", "owner"] as const) {
    const ctx = await aContext({ role, disk: nearlyFull });
    expect(await getDiskState(ctx, {})).toEqual({ state: "nearlyFull" });
  }
});

test("whoever runs the platform learns how much there is", async () => {
  expect(await getDisk(aPlatformContext({ disk: nearlyFull }), {})).toEqual({
    freeBytes: GB / 2,
    totalBytes: 100 * GB,
    state: "nearlyFull",
  });
});
