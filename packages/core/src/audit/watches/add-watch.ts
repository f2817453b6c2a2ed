import { z } from "zod";
import { personOf } from "../../access/person-of";
import { conflict } from "../../errors";
import { command } from "../../operation/command";
import { AuditWatch, watchFilter, watchName, watchOf } from "../contract/watch";
import { watchTells } from "../contract/watch-tells";

const MOST = 20;

/** Saves a filter of the audit log under a name. It tells of entries that are made after it. */
export const addWatch = command("audit.add-watch", {
  title: "Watch the audit log",
  permission: "audit.watch",
  input: z.object({
    name: watchName,
    filter: watchFilter,
    tells: z.enum(watchTells).default("maker"),
  }),
  output: AuditWatch,
  doors: ["web", "rest"],

  async handle({ auditWatches, auditChain, actor, clock }, { name, filter, tells }) {
    const maker = personOf(actor);
    const watches = await auditWatches.list();
    if (watches.length >= MOST)
      conflict(`There are ${MOST} watches`, "Remove one that nobody needs.");
    if (watches.some((watch) => watch.name === name))
      conflict("Another watch has this name", "Choose another name.");
    const seenSeq = BigInt((await auditChain.head())?.seq ?? 0);
    const watch = { name, filter, tells, madeById: maker.id, seenSeq };
    const id = await auditWatches.add(watch);
    return watchOf({ ...watch, id, createdAt: clock() }, new Map([[maker.id, maker.name]]));
  },
});
