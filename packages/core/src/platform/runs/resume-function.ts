import { platformFlow } from "../../operation/platform";
import { nothing } from "../../shapes";
import { ofFunction } from "./contract";
import { engineRuns, mustKnowFunction } from "./engine-runs";

/** Lets a paused function begin runs again. Throws `NOT_FOUND`. */
export const resumeFunction = platformFlow("platform.resume-function", {
  title: "Resume a function",
  permission: "run.manage",
  input: ofFunction,
  output: nothing,
  doors: ["admin"],

  async handle(tools, { functionId }) {
    const isChanged = await engineRuns(tools).resumeFunction(functionId);
    if (!isChanged) await mustKnowFunction(tools, functionId);
  },
});
