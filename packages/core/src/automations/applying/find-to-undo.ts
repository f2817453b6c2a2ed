import { z } from "zod";

import type { Person } from "../../access/actor";
import { rehearsalId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { findOwner } from "../contract/owner";

/** The runs of one step of the job. */
const PART = 25;

export type ToUndo = { person: Person | null; items: { itemId: string; runId: string }[] };

/** Finds the next runs of an applied rehearsal to undo, last first, and the person who asked for it. */
export const findToUndo = query("automations.find-to-undo", {
  title: "Find runs of a rehearsal to undo",
  permission: "automation.work",
  input: z.object({ id: rehearsalId, userId: z.string(), before: z.string().nullable() }),
  output: ofType<ToUndo>(),
  doors: [],

  async handle(tools, { id, userId, before }) {
    return {
      person: await findOwner(tools, userId),
      items: await tools.rehearsals.runsToUndo(id, before, PART),
    };
  },
});
