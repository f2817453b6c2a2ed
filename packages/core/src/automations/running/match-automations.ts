import { z } from "zod";

import { documentId } from "../../ids";
import { asPerson } from "../../operation/caller-of";
import { flow } from "../../operation/flow";
import { count } from "../../shapes";
import { beginRun } from "./begin-run";
import { findCandidates, Happened } from "./find-candidates";
import { lookAtBeginning } from "./look-at-beginning";
import { pauseWithoutOwner } from "./pause-without-owner";

/** Begins the automations that something which happened to a document begins. Asked again, it begins nothing more. Returns how many began. */
export const matchAutomations = flow("automations.match-automations", {
  title: "Begin the automations of an event",
  permission: "automation.work",
  input: z.object({
    documentId,
    happened: z.array(Happened).min(1).max(10),
    eventId: z.string().max(60).nullable(),
  }),
  output: z.object({ began: count }),
  doors: ["job"],
  audit: { notAudited: "Each run that begins leaves a row." },

  async handle({ caller }, { documentId: of, happened, eventId }) {
    const { items, documentVersion } = await findCandidates(caller, { documentId: of, happened });
    let began = 0;
    for (const { automationId, number, owner, triggerKey, triggerKind } of items) {
      if (!owner) {
        await pauseWithoutOwner(caller, { id: automationId });
        continue;
      }
      const asOwner = asPerson(caller, owner, caller.traceId);
      const look = await lookAtBeginning(asOwner, {
        id: automationId,
        version: number,
        documentId: of,
      });
      if (!look?.isTrue) continue;
      const { runId } = await beginRun(caller, {
        automationId,
        version: number,
        documentId: of,
        documentVersion,
        triggerKey,
        triggerKind,
        start: look.start,
        line: look.line,
        eventId,
      });
      if (runId !== null) began += 1;
    }
    return { began };
  },
});
