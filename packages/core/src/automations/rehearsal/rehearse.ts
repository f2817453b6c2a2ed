import { z } from "zod";

import { documentFilter } from "../../documents/contract/document-filter";
import { AppError, notFound } from "../../errors";
import { rehearsalAsked } from "../../events";
import { automationId } from "../../ids";
import { command } from "../../operation/command";
import { definitionOf, mustChangeAutomation, problemsOf, readerOf } from "../contract/automation";
import { surroundingsOf } from "../contract/world";
import { noCounts, Rehearsal, toldRehearsal } from "./shapes";

/** So many ended rehearsals of an automation are kept beside the new one. */
const KEPT = 19;

/**
 * Begins to find out what the draft or a version would do with documents that are here already. Nothing is done and nobody is asked. Throws
 * `INVALID_INPUT` with the place of each mistake of the draft.
 */
export const rehearse = command("automations.rehearse", {
  title: "Rehearse an automation",
  permission: "automation.manage",
  input: z.object({
    id: automationId,
    version: z.number().int().positive().optional().meta({
      description: "The draft, if it is left out",
    }),
    filter: documentFilter.omit({ trashed: true }),
  }),
  output: Rehearsal,
  doors: ["web", "rest"],

  async handle(tools, { id, version, filter }) {
    const { automations, rehearsals, actor, clock, workspaceId, emit, changed } = tools;
    const row = await mustChangeAutomation(tools, id);
    const stored = version === undefined ? null : await automations.findVersion(id, version);
    if (version !== undefined && !stored) notFound("Version", String(version));
    const definition = definitionOf(stored?.definition ?? row.draft);
    mustBeRight(problemsOf(definition, await surroundingsOf(tools, readerOf(actor))));
    await rehearsals.keepNewest(id, KEPT);
    const rehearsalId = await rehearsals.create({
      automationId: id,
      version: version ?? null,
      definition,
      filter: JSON.parse(JSON.stringify(filter)),
      at: clock(),
      askedById: row.by.id,
      counts: noCounts,
    });
    emit(rehearsalAsked.of({ workspaceId, rehearsalId }));
    changed({ subject: rehearsalId, before: { state: null }, after: { state: "running" } });
    const made = await rehearsals.find(rehearsalId, readerOf(actor));
    return toldRehearsal(made ?? notFound("Rehearsal", rehearsalId));
  },
});

function mustBeRight(problems: ReturnType<typeof problemsOf>): void {
  if (problems.length === 0) return;
  throw new AppError("INVALID_INPUT", "The draft has mistakes, so it cannot be rehearsed", {
    hint: "Correct what is marked, then rehearse again.",
    errors: problems.map(({ path, message }) => ({ path: path.map(String).join("."), message })),
  });
}
