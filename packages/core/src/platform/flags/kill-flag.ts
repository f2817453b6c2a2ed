import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { ofFlag } from "./contract";
import { decide } from "./decide";

/** Turns a feature off for everybody at once, whatever else is decided about it. */
export const killFlag = platformCommand("platform.kill-flag", {
  title: "Turn a feature off everywhere",
  permission: "flag.manage",
  input: ofFlag,
  output: nothing,
  doors: ["admin"],
  handle: (tools, { key }) => decide(tools, key, { isKilled: true }),
});
