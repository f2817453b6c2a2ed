import { z } from "zod";

import { conflict, notFound } from "../../errors";
import { rehearsalUndoAsked } from "../../events";
import { rehearsalId } from "../../ids";
import { command } from "../../operation/command";
import { mustChangeAutomation, readerOf } from "../contract/automation";
import { RehearsalDetail } from "../rehearsal/shapes";
import { toldDetail } from "../rehearsal/told-detail";

/** Begins to take back what an applied rehearsal changed, last change first, in the caller's own rights. What cannot be taken back says why. */
export const undoApplied = command("automations.undo-applied", {
  title: "Undo an applied rehearsal",
  permission: "automation.manage",
  input: z.object({ id: rehearsalId }),
  output: RehearsalDetail,
  doors: ["web", "rest"],

  async handle(tools, { id }) {
    const { rehearsals, actor, workspaceId, emit, changed } = tools;
    const reader = readerOf(actor);
    const row = (await rehearsals.find(id, reader)) ?? notFound("Rehearsal", id);
    const { by } = await mustChangeAutomation(tools, row.automationId);
    if (row.batchId === null) conflict("This rehearsal was not applied", "Nothing was changed.");
    if ((await rehearsals.nextToApply(id, 1)).length > 0)
      conflict("It is still being applied", "Cancel the batch first, then undo.");
    if (!(await rehearsals.setUndo(id, "running")))
      conflict("It is being undone already", "Wait until this is done.");
    emit(rehearsalUndoAsked.of({ workspaceId, rehearsalId: id, userId: by.id }));
    changed({ subject: id, before: { undo: row.undoState }, after: { undo: "running" } });
    return toldDetail(tools, (await rehearsals.find(id, reader)) ?? notFound("Rehearsal", id));
  },
});
