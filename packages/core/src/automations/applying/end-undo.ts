import { z } from "zod";

import { rehearsalId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Says that an applied rehearsal was undone, as far as it could be. */
export const endUndo = command("automations.end-undo", {
  title: "Say that an applied rehearsal was undone",
  permission: "automation.work",
  input: z.object({ id: rehearsalId }),
  output: nothing,
  doors: [],

  async handle({ rehearsals, changed }, { id }) {
    if (await rehearsals.setUndo(id, "done"))
      changed({ subject: id, before: { undo: "running" }, after: { undo: "done" } });
  },
});
