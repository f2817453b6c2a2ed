import type { Definition } from "@besunny/rules/definition";
import { z } from "zod";

import type { Person } from "../../access/actor";
import { documentFilter } from "../../documents/contract/document-filter";
import { rehearsalId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { definitionOf } from "../contract/automation";
import { findOwner } from "../contract/owner";

const Filter = documentFilter.omit({ trashed: true });

export type FoundRehearsal = {
  automationId: string;
  definition: Definition;
  filter: z.output<typeof Filter>;
  at: Date;
  looked: number;
  cursor: string | null;
  isRunning: boolean;
  owner: Person | null;
};

/** Finds a rehearsal with the person who owns its automation today. Null: it is gone. */
export const findRehearsal = query("automations.find-rehearsal", {
  title: "Find a rehearsal to carry on",
  permission: "automation.work",
  input: z.object({ id: rehearsalId }),
  output: ofType<FoundRehearsal | null>(),
  doors: [],

  async handle(tools, { id }) {
    const row = await tools.rehearsals.findAny(id);
    if (!row) return null;
    return {
      automationId: row.automationId,
      definition: definitionOf(row.definition),
      filter: Filter.parse(row.filter),
      at: row.at,
      looked: row.looked,
      cursor: row.cursor,
      isRunning: row.state === "running",
      owner: await findOwner(tools, row.automation.ownerId),
    };
  },
});
