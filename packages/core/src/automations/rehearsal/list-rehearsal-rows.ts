import { truths } from "@besunny/rules/evaluate";
import { z } from "zod";

import { notFound } from "../../errors";
import { rehearsalId } from "../../ids";
import { query } from "../../operation/query";
import { pageOf, paging } from "../../shapes";
import { readerOf } from "../contract/automation";
import { RehearsedRow, rehearsalMarks, toldRow } from "./shapes";

/** Lists what a rehearsal says of each document, in its order: those that the caller sees. */
export const listRehearsalRows = query("automations.list-rehearsal-rows", {
  title: "List documents of a rehearsal",
  permission: "automation.read",
  input: z.object({
    id: rehearsalId,
    truth: z.enum(truths).optional(),
    mark: z.enum(rehearsalMarks).optional(),
    ...paging,
  }),
  output: pageOf(RehearsedRow),
  doors: ["web", "rest"],

  async handle({ rehearsals, automations, actor }, { id, truth, mark, cursor, limit }) {
    const reader = readerOf(actor);
    if (!(await rehearsals.find(id, reader))) notFound("Rehearsal", id);
    const page = await rehearsals.rows(id, { truth, mark }, { cursor, limit });
    const items = page.items.map(toldRow);
    const named = new Set(
      items.flatMap(({ conflicts }) => conflicts.map((each) => each.automationId)),
    );
    const seen = new Set<string>();
    for (const each of named) if (await automations.find(each, reader)) seen.add(each);
    return {
      ...page,
      // The values of an automation that the caller does not see stay unseen.
      items: items.map((item) => ({
        ...item,
        conflicts: item.conflicts.filter(({ automationId }) => seen.has(automationId)),
      })),
    };
  },
});
