import type { NextToApply } from "@besunny/db/automations/rehearsals";
import type { Definition } from "@besunny/rules/definition";
import { z } from "zod";

import type { Person } from "../../access/actor";
import { rehearsalId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { definitionOf } from "../contract/automation";
import { findOwner } from "../contract/owner";

/** The documents of one step of the job. */
const PART = 25;

export type ToApply = {
  automationId: string;
  version: number;
  definition: Definition;
  owner: Person | null;
  isPaused: boolean;
  items: NextToApply[];
};

/** Finds the next documents that a rehearsal is to be applied to. Null: it is gone, or was not applied. */
export const findToApply = query("automations.find-to-apply", {
  title: "Find documents to apply a rehearsal to",
  permission: "automation.work",
  input: z.object({ id: rehearsalId }),
  output: ofType<ToApply | null>(),
  doors: [],

  async handle(tools, { id }) {
    const { rehearsals, batches } = tools;
    const row = await rehearsals.findAny(id);
    if (!row || row.batchId === null || row.appliedVersion === null) return null;
    const batch = await batches.find(row.batchId);
    return {
      automationId: row.automationId,
      version: row.appliedVersion,
      definition: definitionOf(row.definition),
      owner: await findOwner(tools, row.automation.ownerId),
      isPaused: batch?.state === "paused",
      items: await rehearsals.nextToApply(id, PART),
    };
  },
});
