import { z } from "zod";

import type { Person } from "../../access/actor";
import { conflict } from "../../errors";
import { automationId, documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { mustChangeAutomation } from "../contract/automation";
import { findOwner } from "../contract/owner";

type ToRun = {
  number: number;
  owner: Person;
  documents: { id: string; version: number; isTrashed: boolean }[];
};

/** Finds an automation that the caller may change, its owner, and those of these documents that the caller sees. */
export const findToRun = query("automations.find-to-run", {
  title: "Find an automation to run by hand",
  permission: "automation.manage",
  input: z.object({ id: automationId, documentIds: z.array(documentId) }),
  output: ofType<ToRun>(),
  doors: [],

  async handle(tools, { id, documentIds }): Promise<ToRun> {
    const row = await mustChangeAutomation(tools, id);
    if (row.state !== "on" || row.publishedVersion === null)
      conflict(`“${row.name}” is not on`, "Publish it or turn it on first.");
    const owner = await findOwner(tools, row.owner?.id ?? null);
    if (!owner)
      conflict(`The owner of “${row.name}” has left`, "Publish the automation to own it.");
    const found = await tools.documents.findMany(documentIds);
    return {
      number: row.publishedVersion,
      owner,
      documents: found.map(({ id: of, version, trashedAt }) => ({
        id: of,
        version,
        isTrashed: trashedAt !== null,
      })),
    };
  },
});
