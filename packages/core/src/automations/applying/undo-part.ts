import { z } from "zod";

import { AppError } from "../../errors";
import { rehearsalId } from "../../ids";
import { asPerson } from "../../operation/caller-of";
import { flow } from "../../operation/flow";
import { undoRun } from "../runs/undo-run";
import { endUndo } from "./end-undo";
import { findToUndo } from "./find-to-undo";

/** Undoes the next runs of an applied rehearsal, in the rights of the person who asked for it. Returns the place to go on from; null at the end. */
export const undoPart = flow("automations.undo-part", {
  title: "Undo a part of a rehearsal",
  permission: "automation.work",
  input: z.object({ id: rehearsalId, userId: z.string(), before: z.string().nullable() }),
  output: z.object({ next: z.string().nullable() }),
  doors: ["job"],
  audit: { notAudited: "The operations that undo the changes leave rows." },

  async handle({ caller }, { id, userId, before }) {
    const { person, items } = await findToUndo(caller, { id, userId, before });
    const next = items.at(-1)?.itemId ?? null;
    if (person)
      for (const { runId } of items) {
        try {
          await undoRun(asPerson(caller, person, id), { id: runId });
        } catch (error) {
          // A document that this person does not see any more stays as it is.
          if (!(error instanceof AppError)) throw error;
        }
      }
    if (next === null || !person) {
      await endUndo(caller, { id });
      return { next: null };
    }
    return { next };
  },
});
