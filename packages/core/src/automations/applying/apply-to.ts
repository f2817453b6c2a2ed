import { DEFINITION_VERSION } from "@besunny/rules/definition";
import { z } from "zod";

import { AppError, conflict, notFound } from "../../errors";
import { rehearsalApplyAsked } from "../../events";
import { MOST_DOCUMENTS_AT_ONCE, rehearsalId } from "../../ids";
import { type CommandTools, command } from "../../operation/command";
import { definitionOf, mustChangeAutomation, readerOf } from "../contract/automation";
import { RehearsalCounts, RehearsalDetail } from "../rehearsal/shapes";
import { isSame, toldDetail } from "../rehearsal/told-detail";

/**
 * Begins to do what a rehearsal said, as a batch that can be paused and cancelled. Documents that have changed since are refused and listed in
 * it. Throws `CONFIRMATION_NEEDED` if something cannot be taken back. The rehearsed draft becomes a version; the automation is not turned on.
 */
export const applyTo = command("automations.apply-to", {
  title: "Apply a rehearsal",
  permission: "automation.manage",
  input: z.object({
    id: rehearsalId,
    isConfirmed: z.boolean().default(false).meta({
      description: "True if the caller has seen what cannot be taken back",
    }),
  }),
  output: RehearsalDetail,
  doors: ["web", "rest"],
  timeoutSeconds: 120,

  async handle(tools, { id, isConfirmed }) {
    const { rehearsals, batches, actor, clock, workspaceId, emit, changed } = tools;
    const reader = readerOf(actor);
    const row = (await rehearsals.find(id, reader)) ?? notFound("Rehearsal", id);
    const automation = await mustChangeAutomation(tools, row.automationId);
    if (row.state !== "done")
      conflict("The rehearsal did not come to its end", "Rehearse again, then apply.");
    if (row.batchId) conflict("This rehearsal was applied before", "Rehearse again, then apply.");
    const { irreversible } = RehearsalCounts.parse(row.counts);
    if (irreversible > 0 && !isConfirmed)
      throw new AppError(
        "CONFIRMATION_NEEDED",
        `${irreversible} changes cannot be taken back: what is sent, made or processed again`,
        { hint: "Say that you have seen this, then apply." },
      );
    const ids = await rehearsals.matching(id);
    if (ids.length === 0) conflict("No document matches", "Nothing was changed.");
    if (ids.length > MOST_DOCUMENTS_AT_ONCE)
      conflict(
        `At most ${MOST_DOCUMENTS_AT_ONCE} documents are changed at once`,
        "Narrow the filter, then rehearse again.",
      );
    const version = await versionOf(tools, row, automation.by.id);
    const batch = await batches.create({
      kind: "automation",
      title: automation.name,
      expectedCount: ids.length,
      createdById: automation.by.id,
      createdAt: clock(),
    });
    await batches.addItems(
      batch.id,
      ids.map((documentId) => ({ documentId, runId: null })),
    );
    if (!(await rehearsals.apply(id, batch.id, version)))
      conflict("Somebody else has just applied it", "Nothing was changed.");
    emit(rehearsalApplyAsked.of({ workspaceId, rehearsalId: id, batchId: batch.id }));
    changed({ subject: id, before: { batch: null }, after: { batch: batch.id, version } });
    const applied = await rehearsals.find(id, reader);
    return toldDetail(tools, applied ?? notFound("Rehearsal", id));
  },
});

/** Returns the version that was rehearsed. A draft that was never published is kept as one. */
async function versionOf(
  { automations, clock }: Pick<CommandTools, "automations" | "clock">,
  row: { automationId: string; version: number | null; definition: unknown },
  byId: string,
): Promise<number> {
  if (row.version !== null) return row.version;
  const versions = await automations.versions(row.automationId);
  const same = versions.find(({ definition }) => isSame(definition, row.definition));
  return (
    same?.number ??
    automations.addVersion(row.automationId, {
      definition: definitionOf(row.definition),
      schemaVersion: DEFINITION_VERSION,
      note: "Applied after a rehearsal",
      madeById: byId,
      madeAt: clock(),
    })
  );
}
