import { z } from "zod";

import { rehearsalId } from "../../ids";
import { command } from "../../operation/command";
import { ofType } from "../../shapes";
import type { Part } from "./rehearse-part";
import { RehearsalCounts } from "./shapes";
import { tally } from "./tally";

/** Keeps a part of a rehearsal, once. Returns whether the rehearsal is over. */
export const keepRehearsalPart = command("automations.keep-rehearsal-part", {
  title: "Keep a part of a rehearsal",
  permission: "automation.work",
  input: z.object({ id: rehearsalId, from: z.number().int(), part: ofType<Part>() }),
  output: z.object({ isOver: z.boolean() }),
  doors: [],
  audit: { notAudited: "A rehearsal changes no document, and its beginning leaves a row." },

  async handle({ rehearsals, clock }, { id, from, part }) {
    const row = await rehearsals.findAny(id);
    if (row?.state !== "running") return { isOver: true };
    if (row.looked !== from) return { isOver: false };
    const isOver = part.nextCursor === null || part.rows.length === 0;
    const isKept = await rehearsals.goOn(id, from, {
      looked: from + part.rows.length,
      total: row.total ?? part.total,
      cursor: part.nextCursor,
      counts: tally(RehearsalCounts.parse(row.counts), part.rows),
      state: isOver ? "done" : "running",
      endedAt: isOver ? clock() : null,
    });
    if (isKept)
      await rehearsals.addRows(
        id,
        part.rows.map((each, position) => ({ ...each, position: from + position })),
      );
    return { isOver: isOver || !isKept };
  },
});
