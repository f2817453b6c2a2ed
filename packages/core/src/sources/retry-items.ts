import { z } from "zod";

import { sourceId } from "../ids";
import { command } from "../operation/command";
import { count } from "../shapes";
import { mustManageSource } from "./contract/must-manage";
import { startPump } from "./contract/pump";

/** Lets items that failed at the source be tried again: those that are named, or all of them. */
export const retryItems = command("sources.retry-items", {
  title: "Try items of a source again",
  permission: "source.manage",
  input: z.object({
    id: sourceId,
    externalIds: z.array(z.string().max(2000)).max(500).nullable().default(null),
  }),
  output: z.object({ retried: count }),
  doors: ["web"],

  async handle(tools, { id, externalIds }) {
    const found = await mustManageSource(tools, id);
    const retried = await tools.sourcePump.retry(id, externalIds);
    if (retried > 0) await startPump(tools, found);
    tools.changed({ subject: id, before: { retried: 0 }, after: { retried } });
    return { retried };
  },
});
