import { z } from "zod";
import { conflict, notFound } from "../../errors";
import { watchId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { watchName } from "../contract/watch";
import { watchTells } from "../contract/watch-tells";

/** Changes the name of a watch, and whom it tells. One that begins to tell says nothing of entries from before. */
export const changeWatch = command("audit.change-watch", {
  title: "Change a watch of the audit log",
  permission: "audit.watch",
  input: z.object({
    id: watchId,
    name: watchName.optional(),
    tells: z.enum(watchTells).optional(),
  }),
  output: nothing,
  doors: ["web", "rest"],

  async handle({ auditWatches, auditChain, changed }, { id, name, tells }) {
    const watches = await auditWatches.list();
    const watch = watches.find((each) => each.id === id) ?? notFound("Watch", id);
    if (watches.some((each) => each.id !== id && each.name === name))
      conflict("Another watch has this name", "Choose another name.");
    const begins = watch.tells === "nobody" && tells !== undefined && tells !== "nobody";
    const seenSeq = begins ? BigInt((await auditChain.head())?.seq ?? 0) : watch.seenSeq;
    const after = { name: name ?? watch.name, tells: tells ?? watch.tells };
    await auditWatches.change(id, { ...after, seenSeq });
    changed({ subject: id, before: { name: watch.name, tells: watch.tells }, after });
  },
});
