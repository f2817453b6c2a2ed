import { z } from "zod";
import { notFound } from "../../errors";
import { watchId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Removes a watch of the audit log. The log keeps its entries. */
export const removeWatch = command("audit.remove-watch", {
  title: "Remove a watch of the audit log",
  permission: "audit.watch",
  input: z.object({ id: watchId }),
  output: nothing,
  doors: ["web", "rest"],

  async handle({ auditWatches, changed }, { id }) {
    const { name, tells } =
      (await auditWatches.list()).find((each) => each.id === id) ?? notFound("Watch", id);
    await auditWatches.remove(id);
    changed({ subject: id, before: { name, tells }, after: {} });
  },
});
