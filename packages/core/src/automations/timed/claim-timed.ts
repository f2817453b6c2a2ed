import { z } from "zod";

import { automationDue } from "../../events";
import { automationId } from "../../ids";
import { command } from "../../operation/command";
import { definitionOf } from "../contract/automation";
import { nextAtOf } from "../contract/next-at";

/** Takes the time of an automation that has come, and announces it once, though several workers look at the same moment. */
export const claimTimed = command("automations.claim-timed", {
  title: "Take the time of an automation",
  permission: "automation.work",
  input: z.object({ id: automationId }),
  output: z.object({ isClaimed: z.boolean() }),
  doors: [],
  audit: { notAudited: "Each run that begins leaves a row." },

  async handle({ automations, clock, workspaceId, emit }, { id }) {
    const row = await automations.findAny(id);
    const now = clock();
    const at = row?.nextAt ?? null;
    if (row?.state !== "on" || row.publishedVersion === null || !at || at > now)
      return { isClaimed: false };
    const version = await automations.findVersion(id, row.publishedVersion);
    const next = version ? nextAtOf(definitionOf(version.definition).trigger, now) : null;
    const isClaimed = await automations.claim(id, at, next);
    if (isClaimed) emit(automationDue.of({ workspaceId, automationId: id, at: at.toISOString() }));
    return { isClaimed };
  },
});
