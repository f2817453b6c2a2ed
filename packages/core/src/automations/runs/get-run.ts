import { z } from "zod";

import { notFound } from "../../errors";
import { automationRunId } from "../../ids";
import { query } from "../../operation/query";
import { readerOf } from "../contract/automation";
import { AutomationRunDetail, toldRunDetail } from "../contract/run";

/** Explains a run line by line: its trigger, each condition with the values that it saw, and each step with its change. */
export const getRun = query("automations.get-run", {
  title: "Show a run of an automation",
  permission: "automation.read",
  input: z.object({ id: automationRunId }),
  output: AutomationRunDetail,
  doors: ["web", "rest"],

  async handle({ automationRuns, actor }, { id }) {
    const run = (await automationRuns.find(id, readerOf(actor))) ?? notFound("Run", id);
    return toldRunDetail(run, await automationRuns.changes(id));
  },
});
