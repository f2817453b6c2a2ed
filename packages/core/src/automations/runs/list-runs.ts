import { z } from "zod";

import { automationId, documentId } from "../../ids";
import { query } from "../../operation/query";
import { pageOf, paging } from "../../shapes";
import { readerOf } from "../contract/automation";
import { AutomationRun, runStates, toldRun } from "../contract/run";

/** Lists runs of the caller's automations, newest first: those with documents that the caller sees. Admins see the runs of all automations. */
export const listRuns = query("automations.list-runs", {
  title: "List runs of automations",
  permission: "automation.read",
  input: z.object({
    automationId: automationId.optional(),
    documentId: documentId.optional(),
    state: z.enum(runStates).optional(),
    ...paging,
  }),
  output: pageOf(AutomationRun),
  doors: ["web", "rest"],

  async handle({ automationRuns, actor }, { state, cursor, limit, ...filter }) {
    const states = state === undefined ? undefined : [state];
    const page = await automationRuns.list(
      readerOf(actor),
      { ...filter, states },
      { cursor, limit },
    );
    return { ...page, items: page.items.map(toldRun) };
  },
});
