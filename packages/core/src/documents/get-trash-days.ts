import { z } from "zod";

import { flow } from "../operation/operation";

/** After how many days in the trash a document is deleted for good. Null: never by itself. */
export const getTrashDays = flow({
  action: "document.read",
  input: z.object({}),
  run: async ({ retention }) => ({ days: retention.trashDays }),
});
