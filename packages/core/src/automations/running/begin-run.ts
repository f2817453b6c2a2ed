import { z } from "zod";

import { automationRunAsked } from "../../events";
import { automationId, documentId } from "../../ids";
import { command } from "../../operation/command";
import { ofType } from "../../shapes";
import { Given } from "../contract/given";
import { pauseBecause } from "../contract/pause-because";
import { StepLine } from "../contract/walk";

/** The trigger of a run that a person began. */
export const BY_HAND = "by.hand";
/** The most runs that follow from each other. */
export const DEEPEST = 5;
const MINUTE_MS = 60_000;
/** In a small library a fifth is soon reached: fewer runs than these are no storm. */
const FEWEST_OF_A_STORM = 25;
const SHARE_OF_A_STORM = 0.2;

/**
 * Begins a run, once for an automation, a version of a document and a trigger. Nothing begins by a change of the same automation, or deeper than
 * five. Too many in a minute pause the automation and ask its owner; those that a person began do not count.
 */
export const beginRun = command("automations.begin-run", {
  title: "Begin a run of an automation",
  permission: "automation.work",
  input: z.object({
    automationId,
    version: z.number().int(),
    documentId,
    documentVersion: z.number().int(),
    triggerKey: z.string().max(200),
    triggerKind: z.string().max(60),
    start: z.string().nullable(),
    line: StepLine,
    eventId: z.string().nullable(),
    given: Given.default({}),
  }),
  output: ofType<{
    runId: string | null;
    because: "fired" | "own" | "deep" | "storm" | "off" | null;
  }>(),
  doors: [],

  async handle(tools, given) {
    const { automations, automationRuns, documents, clock, workspaceId, emit, changed } = tools;
    const none = (because: "fired" | "own" | "deep" | "storm" | "off") => ({
      runId: null,
      because,
    });
    const row = await automations.findAny(given.automationId);
    if (row?.state !== "on") return none("off");
    const cause = given.eventId === null ? null : await automationRuns.findCause(given.eventId);
    if (cause?.automationId === row.id) return none("own");
    const depth = cause ? cause.depth + 1 : 0;
    if (depth > DEEPEST) return none("deep");
    const now = clock();
    const since = new Date(Math.max(now.getTime() - MINUTE_MS, row.calmSince?.getTime() ?? 0));
    const share = Math.ceil((await documents.count({})) * SHARE_OF_A_STORM);
    const most = Math.min(row.stormLimit, Math.max(share, FEWEST_OF_A_STORM));
    const isAsked = given.triggerKind === BY_HAND;
    if (!isAsked && (await automationRuns.countSince(row.id, since)) >= most) {
      await pauseBecause(tools, row, "storm");
      return none("storm");
    }
    const isFirst = await automationRuns.fire({
      automationId: row.id,
      documentId: given.documentId,
      documentVersion: given.documentVersion,
      triggerKey: given.triggerKey,
      at: now,
    });
    if (!isFirst) return none("fired");
    const [runId = ""] = await automationRuns.create([
      {
        automationId: row.id,
        version: given.version,
        documentId: given.documentId,
        triggerKind: given.triggerKind,
        causedBy: cause?.id ?? null,
        depth,
        node: given.start,
        explanation: [given.line],
        beganAt: now,
        given: given.given,
      },
    ]);
    emit(automationRunAsked.of({ workspaceId, runId }));
    changed({ subject: runId, before: { state: null }, after: { state: "running" } });
    return { runId, because: null };
  },
});
