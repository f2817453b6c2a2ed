import { z } from "zod";

import { notFound } from "../../errors";
import { automationRunId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import type { Change } from "../actions/action";
import { actionNamed } from "../actions/registry";
import { readerOf } from "../contract/automation";
import { storedChange } from "../contract/stored-change";

export type ToUndo = { node: string; change: Change; because: string | null };

/** Finds the changes of a run that were not undone, last first, each with the reason why it cannot be undone now. */
export const lookAtChanges = query("automations.look-at-changes", {
  title: "Look at what a run changed",
  permission: "automation.manage",
  input: z.object({ id: automationRunId }),
  output: ofType<ToUndo[]>(),
  doors: [],

  async handle({ automationRuns, documents, actor }, { id }) {
    const run = (await automationRuns.find(id, readerOf(actor))) ?? notFound("Run", id);
    const document = await documents.find(run.documentId);
    const changes = await automationRuns.changes(id);
    return changes
      .filter(({ undoneAt }) => undoneAt === null)
      .toReversed()
      .map(({ node, plan, action, isReversible }) => {
        const change = storedChange(plan);
        const isKnown = actionNamed(action)?.undo;
        const because =
          !isReversible || !isKnown
            ? "It cannot be taken back."
            : document && !isStillSo(change, document)
              ? "It was changed again since."
              : null;
        return { node, change, because };
      });
  },
});

/** Tags and projects are taken back by what differs, so that whatever people have added since stays. */
function isStillSo(
  { field, after }: Change,
  document: { title: string; type: string | null; trashedAt: Date | null },
): boolean {
  if (field === "title") return document.title === after;
  if (field === "type") return document.type === after;
  return field === "trash" ? document.trashedAt !== null : true;
}
