import { z } from "zod";

import { conflict, notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { bulkActionEnds, isOpen, ofBulkAction } from "./contract";

/**
 * Records the end of a bulk action, with its counts in the audit log. Throws `CONFLICT` for a bulk action that is over, so that it ends
 * once.
 */
export const endBulkAction = platformCommand("platform.end-bulk-action", {
  title: "End a bulk action",
  permission: "bulkAction.work",
  input: ofBulkAction.extend({ state: z.enum(bulkActionEnds) }),
  output: nothing,
  doors: ["job"],

  async handle({ operations, clock, changed }, { id, state }) {
    const action = (await operations.find(id)) ?? notFound("Bulk action", id);
    const { done, skipped, failed } = action;
    // Runs that changed between the count and their turn are not among the counted outcomes.
    const total = state === "finished" ? done + skipped + failed : action.total;
    const isEnded =
      isOpen(action) && (await operations.updateOpen(id, { state, total, finishedAt: clock() }));
    if (!isEnded) conflict("The bulk action is over already");
    changed({
      subject: id,
      before: { state: action.state, total: action.total },
      after: { state, total, done, skipped, failed },
    });
  },
});
