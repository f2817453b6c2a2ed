import { z } from "zod";
import { notFound } from "../../errors";
import { platformQuery } from "../../operation/platform";
import { BulkActionDetail, bulkActionOf, ofBulkAction, runOutcomes } from "./contract";

const MOST_SHOWN = 200;

/** Returns one bulk action, with up to 200 runs that it left and the reasons, and up to 200 runs that it acted on. Throws `NOT_FOUND`. */
export const getBulkAction = platformQuery("platform.get-bulk-action", {
  title: "Get a bulk action",
  permission: "platform.read",
  input: ofBulkAction,
  output: BulkActionDetail,
  doors: ["admin"],

  async handle({ db }, { id }) {
    const { operations } = db.platform;
    const action = (await operations.find(id)) ?? notFound("Bulk action", id);
    const [left, acted] = await Promise.all([
      operations.listRuns(id, ["failed", "skipped"], MOST_SHOWN),
      operations.listRuns(id, ["done"], MOST_SHOWN),
    ]);
    return { ...bulkActionOf(action), left: left.map(actedRun), acted: acted.map(actedRun) };
  },
});

function actedRun<Run extends { outcome: string }>({ outcome, ...run }: Run) {
  return { ...run, outcome: z.enum(runOutcomes).parse(outcome) };
}
