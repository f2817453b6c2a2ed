import { z } from "zod";

import type { PlatformContext } from "../../context";
import { notFound } from "../../errors";
import { platformFlow } from "../../operation/operation";
import { keptRuns } from "./engine-runs";

const input = z.object({ functionId: z.string().max(200) });

/** A paused function begins nothing new; what is under way ends its current step. Nothing is lost: it waits. */
export const pauseFunction = platformFlow({
  action: "function.pause",
  input,
  async run(ctx, { functionId }) {
    if (!(await keptRuns(ctx).pauseFunction(functionId))) await mustBeThere(ctx, functionId);
  },
});

export const resumeFunction = platformFlow({
  action: "function.resume",
  input,
  async run(ctx, { functionId }) {
    if (!(await keptRuns(ctx).resumeFunction(functionId))) await mustBeThere(ctx, functionId);
  },
});

/** One that is as it is wanted already is fine. */
async function mustBeThere(ctx: PlatformContext, functionId: string): Promise<void> {
  const functions = await keptRuns(ctx).listFunctions();
  if (!functions.some(({ id }) => id === functionId)) notFound("Function", functionId);
}
