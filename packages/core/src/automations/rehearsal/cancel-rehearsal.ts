import { z } from "zod";

import { conflict, notFound } from "../../errors";
import { rehearsalId } from "../../ids";
import { command } from "../../operation/command";
import { mustChangeAutomation, readerOf } from "../contract/automation";
import { Rehearsal, toldRehearsal } from "./shapes";

/** Stops a rehearsal. Whatever was looked at stays to be read. */
export const cancelRehearsal = command("automations.cancel-rehearsal", {
  title: "Stop a rehearsal",
  permission: "automation.manage",
  input: z.object({ id: rehearsalId }),
  output: Rehearsal,
  doors: ["web", "rest"],

  async handle(tools, { id }) {
    const { rehearsals, actor, clock, changed } = tools;
    const reader = readerOf(actor);
    const row = (await rehearsals.find(id, reader)) ?? notFound("Rehearsal", id);
    await mustChangeAutomation(tools, row.automationId);
    const isEnded = await rehearsals.end(id, { state: "stopped", endedAt: clock() });
    if (!isEnded) conflict("The rehearsal is over", "Nothing was changed.");
    changed({ subject: id, before: { state: "running" }, after: { state: "stopped" } });
    return toldRehearsal((await rehearsals.find(id, reader)) ?? notFound("Rehearsal", id));
  },
});
