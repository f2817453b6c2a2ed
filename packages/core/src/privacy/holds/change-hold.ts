import { z } from "zod";
import { conflict, invalidInput, notFound } from "../../errors";
import { holdsChanged } from "../../events";
import { holdId } from "../../ids";
import { moment } from "../../moment";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { holdReason, holdStateAt } from "../contract/hold";

/** Changes the end or the reason of a hold in force. */
export const changeHold = command("privacy.change-hold", {
  title: "Change a hold",
  permission: "privacy.manage",
  input: z.object({
    id: holdId,
    until: moment.nullable().optional(),
    reason: holdReason.optional(),
  }),
  output: nothing,
  doors: ["web"],

  async handle({ legalHolds, clock, changed, emit, workspaceId }, { id, until, reason }) {
    const hold = (await legalHolds.find(id)) ?? notFound("Hold", id);
    if (holdStateAt(clock(), hold) !== "inForce") conflict("The hold has ended", "Make a new one.");
    if (until && until <= clock())
      invalidInput("A hold ends later than now", [{ path: "until", message: "Give a later day" }]);
    const changes = { ...(until !== undefined && { until }), ...(reason && { reason }) };
    await legalHolds.change(id, changes);
    changed({ subject: id, before: { until: hold.until, reason: hold.reason }, after: changes });
    emit(holdsChanged.of({ workspaceId, holdId: id }));
  },
});
