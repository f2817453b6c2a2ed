import { z } from "zod";

import { AppError } from "../../errors";
import { automationRunId } from "../../ids";
import { asPerson } from "../../operation/caller-of";
import { flow } from "../../operation/flow";
import { keyOfStep } from "../actions/key-of-step";
import { actionNamed } from "../actions/registry";
import { askPeople } from "../approvals/ask-people";
import type { StepLine } from "../contract/walk";
import { dropChange } from "./drop-change";
import { findRun } from "./find-run";
import { intendChange } from "./intend-change";
import { lookAtStep } from "./look-at-step";
import { pauseWithoutOwner } from "./pause-without-owner";
import { recordStep } from "./record-step";

const HOUR_MS = 3_600_000;

/** The place where a run is after a step: at another step, waiting until a time, or at its end. */
const Stood = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("at"), node: z.string() }),
  z.object({ kind: z.literal("until"), at: z.string(), node: z.string().nullable() }),
  z.object({ kind: z.literal("end") }),
]);
type Stood = z.infer<typeof Stood>;

/**
 * Does the step at which a run is, in the rights of the automation's owner of today, and moves the run on. Done again, it goes by what was
 * recorded. A refusal ends the run at this step, from where it can be retried.
 */
export const doStep = flow("automations.do-step", {
  title: "Do a step of an automation",
  permission: "automation.work",
  input: z.object({ runId: automationRunId, node: z.string().nullable() }),
  output: Stood,
  doors: ["job"],
  audit: { notAudited: "The operations that it calls leave rows." },

  async handle({ caller, clock }, { runId, node: expected }): Promise<Stood> {
    const run = await findRun(caller, { id: runId });
    if (!run || (run.state !== "running" && run.state !== "waiting")) return { kind: "end" };
    const { node, attempt, documentId, definition, owner, given } = run;
    if (expected !== null && node !== expected)
      return node === null ? { kind: "end" } : { kind: "at", node };
    if (node === null) return { kind: "end" };
    const record = (
      line: StepLine,
      to: { state: "running" | "waiting" | "done" | "failed"; next: string | null },
    ) => recordStep(caller, { runId, node, attempt, line, ...to });
    const failed = async (because: string): Promise<Stood> => {
      const line = {
        node,
        kind: "step",
        at: clock().toISOString(),
        outcome: "failed",
        because,
      } as const;
      await record(line, { state: "failed", next: node });
      return { kind: "end" };
    };
    const goOn = async (line: StepLine, next: string | null): Promise<Stood> => {
      await record(line, { state: next === null ? "done" : "running", next });
      return next === null ? { kind: "end" } : { kind: "at", node: next };
    };

    if (!owner) {
      await pauseWithoutOwner(caller, { id: run.automationId });
      return failed("Its owner has left the workspace. Publish the automation to own it.");
    }
    const asOwner = asPerson(caller, owner, runId);
    const key = keyOfStep({ runId, node, documentId });
    const half = run.intended;
    if (half) {
      const [action, step] = [
        actionNamed(half.action),
        definition.nodes.find(({ id }) => id === node),
      ];
      if (!action || step?.kind !== "action") return failed("The step is gone.");
      const because = await refusalOf(action.perform(asOwner, half, { key }));
      if (because !== null) {
        await dropChange(caller, { runId, node });
        return failed(because);
      }
      const { action: name, field, before, after } = half;
      const change = { action: name, field, before, after };
      const at = clock().toISOString();
      return goOn(
        { node, kind: "action", at, outcome: "changed", because: null, change },
        step.next,
      );
    }
    const found = await lookAtStep(asOwner, { definition, node, documentId, given });
    if (!found) return failed(`${owner.name} does not see the document.`);
    const { look } = found;
    switch (look.kind) {
      case "go":
        return goOn(look.line, look.next);
      case "fail":
        return failed(look.line.because ?? "The step cannot be done.");
      case "wait": {
        const until = new Date(clock().getTime() + look.hours * HOUR_MS).toISOString();
        await record(look.line, {
          state: look.next === null ? "done" : "waiting",
          next: look.next,
        });
        return look.next === null ? { kind: "end" } : { kind: "until", at: until, node: look.next };
      }
      case "ask": {
        const asked = await askPeople(caller, {
          runId,
          attempt,
          round: 1,
          question: look.question,
          snapshot: found.snapshot,
          broughtBy: found.broughtBy,
        });
        return asked.isAsked ? { kind: "end" } : failed(asked.because);
      }
      case "act": {
        const action = actionNamed(look.plan.change.action);
        if (!action) return failed(`No action is named ${look.plan.change.action}.`);
        const { isReversible } = action;
        const { change, next } = { change: look.plan.change, next: look.next };
        const intended = { runId, node, isReversible };
        const kept = await intendChange(caller, { ...intended, change });
        const because = await refusalOf(action.perform(asOwner, kept, { key }));
        if (because !== null) {
          await dropChange(caller, { runId, node });
          return failed(because);
        }
        const { field, before, after } = kept;
        return goOn({ ...look.line, change: { action: kept.action, field, before, after } }, next);
      }
    }
  },
});

/** Returns why a change was refused; null if it was done. */
async function refusalOf(doing: Promise<void>): Promise<string | null> {
  try {
    await doing;
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
