import { z } from "zod";

import { rehearsalId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Ends a rehearsal that cannot go on, and says why. */
export const endRehearsal = command("automations.end-rehearsal", {
  title: "End a rehearsal that cannot go on",
  permission: "automation.work",
  input: z.object({ id: rehearsalId, because: z.string() }),
  output: nothing,
  doors: [],

  async handle({ rehearsals, clock, changed }, { id, because }) {
    const isEnded = await rehearsals.end(id, {
      state: "failed",
      error: because,
      endedAt: clock(),
    });
    if (isEnded)
      changed({ subject: id, before: { state: "running" }, after: { state: "failed", because } });
  },
});
