import { z } from "zod";

import { notFound } from "../../errors";
import { platformOperation } from "../../operation/operation";
import { operationId, shownOperation } from "./contract";

const MOST_SHOWN = 200;

/** One operation, with the runs that it left as they were and why, and the new runs that it began. */
export const getOperation = platformOperation({
  input: z.object({ id: operationId }),

  async run({ db }, { id }) {
    const { operations } = db.platform;
    const operation = (await operations.find(id)) ?? notFound("Operation", id);
    const [left, done] = await Promise.all([
      operations.listRuns(id, ["failed", "skipped"], MOST_SHOWN),
      operations.listRuns(id, ["done"], MOST_SHOWN),
    ]);
    return { ...shownOperation(operation), left, acted: done };
  },
});
