import { z } from "zod";
import { actorIdOf } from "../../access/actor";
import { conflict, notFound } from "../../errors";
import { holdsChanged } from "../../events";
import { holdId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { holdReason } from "../contract/hold";

/** Ends a hold. Its documents may be deleted again, unless another hold keeps them. */
export const releaseHold = command("privacy.release-hold", {
  title: "Release a hold",
  permission: "privacy.manage",
  input: z.object({ id: holdId, reason: holdReason }),
  output: nothing,
  doors: ["web"],
  stepUp: true,

  async handle({ legalHolds, actor, clock, changed, emit, workspaceId }, { id, reason }) {
    const hold = (await legalHolds.find(id)) ?? notFound("Hold", id);
    if (hold.releasedAt) conflict("The hold was released before");
    await legalHolds.release(id, { byId: actorIdOf(actor), at: clock(), reason });
    changed({ subject: id, before: { releasedAt: null }, after: { releasedAt: clock(), reason } });
    emit(holdsChanged.of({ workspaceId, holdId: id }));
  },
});
