import { z } from "zod";

import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { ofFlag } from "./contract";
import { decide } from "./decide";

/** Turns a flag on or off for everybody, or on for a share of people. */
export const changeFlag = platformCommand("platform.change-flag", {
  title: "Change a feature flag",
  permission: "flag.manage",
  input: ofFlag.extend({ isOn: z.boolean(), percentage: z.number().int().min(0).max(100) }),
  output: nothing,
  doors: ["admin"],
  handle: (tools, { key, isOn, percentage }) => decide(tools, key, { isOn, percentage }),
});
