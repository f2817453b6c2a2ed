import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { ofFlag } from "./contract";
import { decide } from "./decide";

/** Ends a kill: the decisions from before it hold again. */
export const reviveFlag = platformCommand("platform.revive-flag", {
  title: "End the kill of a feature",
  permission: "flag.manage",
  input: ofFlag,
  output: nothing,
  doors: ["admin"],
  handle: (tools, { key }) => decide(tools, key, { isKilled: false }),
});
