import { platformFlow } from "../../operation/platform";
import { nothing } from "../../shapes";
import { ofFunction } from "./contract";
import { engineRuns, mustKnowFunction } from "./engine-runs";

/** Makes a function begin nothing new; steps under way end, and what waits is kept. Throws `NOT_FOUND`. */
export const pauseFunction = platformFlow("platform.pause-function", {
  title: "Pause a function",
  permission: "run.manage",
  input: ofFunction,
  output: nothing,
  doors: ["admin"],

  async handle(tools, { functionId }) {
    const isChanged = await engineRuns(tools).pauseFunction(functionId);
    if (!isChanged) await mustKnowFunction(tools, functionId);
  },
});
