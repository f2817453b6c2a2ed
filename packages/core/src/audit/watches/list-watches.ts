import { z } from "zod";
import { query } from "../../operation/query";
import { AuditWatch, watchOf } from "../contract/watch";

/** Lists the watches of the audit log, by name. */
export const listWatches = query("audit.list-watches", {
  title: "List the watches of the audit log",
  permission: "audit.read",
  input: z.object({}),
  output: z.object({ items: z.array(AuditWatch) }),
  doors: ["web", "rest"],

  async handle({ auditWatches, audit }) {
    const watches = await auditWatches.list();
    const people = await audit.listActors([...new Set(watches.map(({ madeById }) => madeById))]);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return { items: watches.map((watch) => watchOf(watch, names)) };
  },
});
