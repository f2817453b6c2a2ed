import { z } from "zod";

import { AppError } from "../../errors";
import { automationRunId } from "../../ids";
import { flow } from "../../operation/flow";
import { keyOfStep } from "../actions/key-of-step";
import { actionNamed } from "../actions/registry";
import { AutomationRunDetail } from "../contract/run";
import { getRun } from "./get-run";
import { lookAtChanges } from "./look-at-changes";
import { markUndone } from "./mark-undone";

/** Takes back what a run changed, last change first, in the caller's own rights. What cannot be taken back says why. */
export const undoRun = flow("automations.undo-run", {
  title: "Undo a run of an automation",
  permission: "automation.manage",
  input: z.object({ id: automationRunId }),
  output: AutomationRunDetail,
  doors: ["web", "rest"],
  audit: { notAudited: "The operations that undo the changes leave rows." },

  async handle({ caller }, { id }) {
    for (const { node, change, because } of await lookAtChanges(caller, { id })) {
      const reason = because ?? (await undone(caller, change, { runId: id, node }));
      const { documentId } = change;
      await markUndone(caller, { runId: id, node, documentId, because: reason });
    }
    return getRun(caller, { id });
  },
});

type Undo = Parameters<NonNullable<NonNullable<ReturnType<typeof actionNamed>>["undo"]>>;

/** Undoes a change. Returns why it was refused, or null. */
async function undone(
  caller: Undo[0],
  change: Undo[1],
  step: { runId: string; node: string },
): Promise<string | null> {
  const { action, documentId } = change;
  try {
    await actionNamed(action)?.undo?.(caller, change, { key: keyOfStep({ ...step, documentId }) });
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
