import { doStep } from "@besunny/core/automations/running/do-step";
import { automationRunAsked } from "@besunny/core/events";
import type { Caller } from "@besunny/core/operation/caller";
import type { Inngest } from "inngest";

import type { Callers } from "../callers";
import type { Steps } from "../steps";

/** An engine keeps at most so many steps of a run. */
const MOST_STEPS = 900;

/** Carries a run of an automation on, step by step, until its end or until people are asked. Each step goes by the row of the run. */
export const runAutomation = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    { id: "run-automation", triggers: [{ event: automationRunAsked.event }], retries: 4 },
    async ({ event, step }) => {
      const { workspaceId, runId } = automationRunAsked.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "run-automation");
      let node: string | null = null;
      for (let count = 0; count < MOST_STEPS; count += 1) {
        const stood = await stepAt(step, caller, { runId, node });
        if (stood.kind === "end") return;
        if (stood.kind === "until") await step.sleepUntil(`w:${stood.at}`, new Date(stood.at));
        node = stood.node;
      }
    },
  );

function stepAt(step: Steps, caller: Caller, at: { runId: string; node: string | null }) {
  return step.run(`n:${at.node ?? "begin"}`, () => doStep(caller, at));
}
