import { retriedSkips } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { processAgain } from "../documents/contract/process-again";
import { conflict } from "../errors";
import { sourceId } from "../ids";
import { command } from "../operation/command";
import { count } from "../shapes";
import { mustManageSource } from "./contract/must-manage";
import { startPump } from "./contract/pump";

/** Documents that one call processes again. */
const MOST_DOCUMENTS = 1000;

/**
 * Lets items that failed or were skipped be tried again: those that are named, those of one reason, or all that failed. What could not be fetched is
 * fetched again, and up to 1,000 documents that failed here are processed again. Throws `CONFLICT` for a skip that no other try can end.
 */
export const retryItems = command("sources.retry-items", {
  title: "Try items of a source again",
  permission: "source.manage",
  input: z.object({
    id: sourceId,
    externalIds: z.array(z.string().max(2000)).max(500).nullable().default(null),
    state: z.enum(["failed", "skipped"]).default("failed"),
    /** The class of the failure or of the skip, as the report names it. */
    reason: z.string().max(60).nullable().default(null),
  }),
  output: z.object({ retried: count }),
  doors: ["web"],

  async handle(tools, { id, externalIds: ids, state, reason }) {
    const found = await mustManageSource(tools, id);
    if (state === "skipped" && !retriedSkips.some((each) => each === reason))
      conflict(
        "Another try cannot end that",
        "Change the thing at its source. It is looked at again when it changes.",
      );
    const { sourcePump } = tools;
    const fetched = await sourcePump.retry(id, { ids, state, reason });
    if (fetched > 0) await startPump(tools, found);
    const limit = MOST_DOCUMENTS;
    const failed =
      state === "failed" ? await sourcePump.listFailedDocuments(id, { ids, reason, limit }) : [];
    const again =
      failed.length > 0 ? await processAgain(tools, { ids: failed, lane: "arrived" }) : [];
    const retried = fetched + again.length;
    tools.changed({ subject: id, before: { retried: 0 }, after: { retried, state, reason } });
    return { retried };
  },
});
