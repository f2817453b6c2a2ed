import type { Repositories } from "@besunny/db/database";
import type { Definition } from "@besunny/rules/definition";
import { z } from "zod";

import type { Person } from "../../access/actor";
import { automationRunId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import type { Change } from "../actions/action";
import { definitionOf } from "../contract/automation";
import { Given } from "../contract/given";
import { findOwner } from "../contract/owner";
import { storedChange } from "../contract/stored-change";

export type FoundRun = {
  id: string;
  automationId: string;
  documentId: string;
  state: string;
  node: string | null;
  attempt: number;
  given: Given;
  definition: Definition;
  owner: Person | null;
  /** The change of the step at which it is, if a crash came between the change and its record. */
  intended: Change | null;
};

/** Finds a run with its pinned version and the person who owns its automation today. Null: it is gone. */
export const findRun = query("automations.find-run", {
  title: "Find a run of an automation to carry on",
  permission: "automation.work",
  input: z.object({ id: automationRunId }),
  output: ofType<FoundRun | null>(),
  doors: [],

  async handle(tools, { id }) {
    const { automationRuns, automations } = tools;
    const run = await automationRuns.findAny(id);
    if (!run) return null;
    const version = await automations.findVersion(run.automationId, run.version);
    if (!version) return null;
    return {
      id,
      automationId: run.automationId,
      documentId: run.documentId,
      state: run.state,
      node: run.node,
      attempt: run.attempt,
      given: Given.parse(run.given),
      definition: definitionOf(version.definition),
      owner: await findOwner(tools, run.automation.ownerId),
      intended: await intendedAt(tools, id, run.node),
    };
  },
});

async function intendedAt(
  { automationRuns }: Pick<Repositories, "automationRuns">,
  id: string,
  node: string | null,
): Promise<Change | null> {
  if (node === null) return null;
  const changes = await automationRuns.changes(id);
  const found = changes.find((each) => each.node === node && each.undoneAt === null);
  return found ? storedChange(found.plan) : null;
}
