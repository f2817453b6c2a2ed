import { z } from "zod";

import { AppError } from "../../errors";
import { rehearsalId } from "../../ids";
import { asPerson } from "../../operation/caller-of";
import { flow } from "../../operation/flow";
import { endRehearsal } from "./end-rehearsal";
import { findRehearsal } from "./find-rehearsal";
import { keepRehearsalPart } from "./keep-rehearsal-part";
import { rehearsePart } from "./rehearse-part";

/** Looks at the next part of a rehearsal, in the rights of the automation's owner of today, and keeps it. Done again, it goes by what was kept. */
export const carryOnRehearsal = flow("automations.carry-on-rehearsal", {
  title: "Carry on a rehearsal",
  permission: "automation.work",
  input: z.object({ id: rehearsalId }),
  output: z.object({ isOver: z.boolean() }),
  doors: ["job"],
  audit: { notAudited: "It changes no document, and the beginning of the rehearsal leaves a row." },

  async handle({ caller }, { id }) {
    const found = await findRehearsal(caller, { id });
    if (!found?.isRunning) return { isOver: true };
    const { automationId, definition, filter, at, cursor, looked, owner } = found;
    const end = async (because: string) => {
      await endRehearsal(caller, { id, because });
      return { isOver: true };
    };
    if (!owner) return end("Its owner has left the workspace. Publish the automation to own it.");
    try {
      const asked = { automationId, definition, filter, at, cursor };
      const part = await rehearsePart(asPerson(caller, owner, id), asked);
      return await keepRehearsalPart(caller, { id, from: looked, part });
    } catch (error) {
      if (error instanceof AppError) return end(error.message);
      throw error;
    }
  },
});
