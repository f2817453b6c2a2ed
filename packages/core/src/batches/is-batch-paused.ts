import { z } from "zod";

import { query } from "../operation/operation";
import { batchId } from "../ids";

/** Asked by runs that have not begun. A batch that is gone holds nobody up. */
export const isBatchPaused = query({
  action: "document.process",
  input: z.object({ batchId }),
  async run({ batches }, { batchId: id }) {
    return { isPaused: (await batches.find(id))?.state === "paused" };
  },
});
