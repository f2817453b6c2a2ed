import { z } from "zod";
import { actorIdOf } from "../../access/actor";
import { announceChange } from "../../documents/contract/announce-change";
import { conflict, notFound } from "../../errors";
import { restrictionId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Lifts a restriction. Its documents are seen by the same people as before, unless another restriction keeps them. */
export const liftRestriction = command("privacy.lift-restriction", {
  title: "Lift a restriction",
  permission: "privacy.manage",
  input: z.object({ id: restrictionId, reason: z.string().trim().min(3).max(1000) }),
  output: nothing,
  doors: ["web"],
  stepUp: true,
  timeoutSeconds: 120,

  async handle(tools, { id, reason }) {
    const { restrictions, filing, actor, clock, changed } = tools;
    const restriction = (await restrictions.find(id)) ?? notFound("Restriction", id);
    if (restriction.liftedAt) conflict("The restriction was lifted before");
    const documentIds = await restrictions.lift(id, {
      byId: actorIdOf(actor),
      at: clock(),
      reason,
    });
    if (documentIds.length > 0) announceChange(tools, [await filing.writeAccess({ documentIds })]);
    changed({ subject: id, before: { isInForce: true }, after: { isInForce: false, reason } });
    for (const each of documentIds)
      changed({ subject: each, before: { isRestricted: true }, after: { isRestricted: false } });
  },
});
