import { z } from "zod";
import { changeableIn, mustBeAllowed } from "../access/rights";
import { documentFilter, toRepositoryFilter } from "../documents/contract/document-filter";
import { conflict, invalidInput } from "../errors";
import { documentIds } from "../ids";
import { command } from "../operation/command";
import { addReprocessBatch, MOST_DOCUMENTS } from "./add-reprocess-batch";
import { BatchSummary } from "./contract";

/**
 * Processes documents again on the current version, after all live work: the named documents, or all that match a filter. Each keeps its
 * result and is found and cited until its new run has succeeded. Leaves out documents that are being processed, are in the trash, or that
 * the actor may only read.
 */
export const createReprocessBatch = command("batches.create-reprocess-batch", {
  title: "Process many documents again",
  permission: "batch.create",
  input: z
    .object({
      ids: documentIds.optional(),
      filter: documentFilter.omit({ trashed: true }).optional(),
      /** Documents to leave out of those that match the filter. */
      except: documentIds.optional(),
      title: z.string().trim().min(1).max(200).optional(),
    })
    .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
      message: "Give either ids or a filter",
    }),
  output: BatchSummary,
  doors: ["web", "rest"],

  async handle(tools, { ids, filter, except = [], title = null }) {
    const { documents, actor, clock } = tools;
    if (ids) mustBeAllowed(actor, "document.retry", await documents.findMany(ids));
    const changeable = changeableIn(actor);
    const matching = filter && toRepositoryFilter(filter, { actor, now: clock() });
    const others = { kind: "not" as const, of: { kind: "ids" as const, ids: except } };
    const wanted = {
      ...matching,
      conditions: [...(matching?.conditions ?? []), others],
      ids,
      changeable,
    };
    const idle = await documents.listIdle(wanted, MOST_DOCUMENTS + 1);
    if (idle.length > MOST_DOCUMENTS)
      invalidInput(`At most ${MOST_DOCUMENTS} documents go into one batch: narrow the filter`);
    if (idle.length === 0)
      conflict(
        "None of these documents can be processed again now",
        "They are being worked on, in the trash, or in projects where you may only read.",
      );

    return addReprocessBatch(tools, idle, title);
  },
});
