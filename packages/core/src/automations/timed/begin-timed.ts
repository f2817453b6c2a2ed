import { z } from "zod";

import { automationId } from "../../ids";
import { asPerson } from "../../operation/caller-of";
import { flow } from "../../operation/flow";
import { count } from "../../shapes";
import { beginRun } from "../running/begin-run";
import { lookAtBeginning } from "../running/look-at-beginning";
import { pauseWithoutOwner } from "../running/pause-without-owner";
import { findTimed } from "./find-timed";
import { listTimed } from "./list-timed";

/**
 * Begins the runs of an automation whose time has come, one part of its documents at a time. Asked again, it begins nothing more. Returns where the
 * next part begins, or null after the last one.
 */
export const beginTimed = flow("automations.begin-timed", {
  title: "Begin an automation whose time has come",
  permission: "automation.work",
  input: z.object({ id: automationId, at: z.iso.datetime(), after: z.string() }),
  output: z.object({ began: count, next: z.string().nullable() }),
  doors: ["job"],
  audit: { notAudited: "Each run that begins leaves a row." },

  async handle({ caller }, { id, at, after }) {
    const found = await findTimed(caller, { id });
    if (!found) return { began: 0, next: null };
    const { number: version, owner } = found;
    if (!owner) {
      await pauseWithoutOwner(caller, { id });
      return { began: 0, next: null };
    }
    const asOwner = asPerson(caller, owner, caller.traceId);
    const { items, next } = await listTimed(asOwner, { id, version, at, after });
    let began = 0;
    for (const { documentId, documentVersion, triggerKey, given } of items) {
      const look = await lookAtBeginning(asOwner, { id, version, documentId, given });
      if (!look?.isTrue) continue;
      const { runId, because } = await beginRun(caller, {
        automationId: id,
        version,
        documentId,
        documentVersion,
        triggerKey,
        triggerKind: triggerKey.slice(0, triggerKey.indexOf(":")),
        start: look.start,
        line: look.line,
        eventId: null,
        given,
      });
      if (runId !== null) began += 1;
      if (because === "storm" || because === "off") return { began, next: null };
    }
    return { began, next };
  },
});
