import { z } from "zod";

import type { Person } from "../../access/actor";
import { automationId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { findOwner } from "../contract/owner";

/** Finds an automation that is on, with its owner of today. Null: it is on no longer. */
export const findTimed = query("automations.find-timed", {
  title: "Find an automation whose time has come",
  permission: "automation.work",
  input: z.object({ id: automationId }),
  output: ofType<{ number: number; owner: Person | null } | null>(),
  doors: [],

  async handle(tools, { id }) {
    const row = await tools.automations.findAny(id);
    if (row?.state !== "on" || row.publishedVersion === null) return null;
    return {
      number: row.publishedVersion,
      owner: await findOwner(tools, row.owner?.id ?? null),
    };
  },
});
