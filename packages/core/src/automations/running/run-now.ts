import { randomUUID } from "node:crypto";
import { z } from "zod";

import { automationId, documentId } from "../../ids";
import { asJob, asPerson } from "../../operation/caller-of";
import { flow } from "../../operation/flow";
import { idIn } from "../../shapes";
import { BY_HAND, beginRun } from "./begin-run";
import { findToRun } from "./find-to-run";
import { lookAtBeginning } from "./look-at-beginning";

/**
 * Runs an automation on documents, because a person asks for it now. Its condition and its owner's rights count as ever: documents that they leave out
 * are named with the reason.
 */
export const runNow = flow("automations.run-now", {
  title: "Run an automation on documents",
  permission: "automation.manage",
  input: z.object({ id: automationId, documentIds: z.array(documentId).min(1).max(200) }),
  output: z.object({
    began: z.array(z.object({ documentId: idIn("doc"), runId: idIn("arn") })),
    left: z.array(z.object({ documentId: idIn("doc"), because: z.string() })),
  }),
  doors: ["web", "rest"],
  audit: { notAudited: "Each run that begins leaves a row." },

  async handle({ caller, actor }, { id, documentIds }) {
    const ids = [...new Set(documentIds)];
    const { number, owner, documents } = await findToRun(caller, { id, documentIds: ids });
    const byId = new Map(documents.map((document) => [document.id, document]));
    const asOwner = asPerson(caller, owner, caller.traceId);
    const triggerKey = `${BY_HAND}:${randomUUID()}`;
    const began: { documentId: string; runId: string }[] = [];
    const left: { documentId: string; because: string }[] = [];
    for (const of of ids) {
      const because = await beginOn(of);
      if (because !== null) left.push({ documentId: of, because });
    }
    return { began, left };

    async function beginOn(of: string): Promise<string | null> {
      const document = byId.get(of);
      if (!document) return "It does not exist, or you may not see it.";
      if (document.isTrashed) return "It is in the trash.";
      const look = await lookAtBeginning(asOwner, { id, version: number, documentId: of });
      if (!look) return `${owner.name} does not see it.`;
      if (!look.isTrue) return "The condition of the automation is not true for it.";
      const by = actor.kind === "user" ? actor.name : null;
      const { runId } = await beginRun(asJob(caller, "match-automations"), {
        automationId: id,
        version: number,
        documentId: of,
        documentVersion: document.version,
        triggerKey,
        triggerKind: BY_HAND,
        start: look.start,
        line: { ...look.line, because: by === null ? BY_HAND : `${BY_HAND}: ${by}` },
        eventId: null,
      });
      if (runId === null) return "The automation is not on.";
      began.push({ documentId: of, runId });
      return null;
    }
  },
});
