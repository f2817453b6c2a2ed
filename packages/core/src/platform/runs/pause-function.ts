import { platformFlow } from "../../operation/platform";
import { nothing } from "../../shapes";
import { ofFunction } from "./contract";
import { engineRuns, mustKnowFunction } from "./engine-runs";

/** Stops a function from beginning anything new. Running steps end, and waiting runs are kept. Throws `NOT_FOUND`. */
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
