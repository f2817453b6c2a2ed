import { z } from "zod";

import { flow } from "../operation/flow";

/** Returns the days in the trash after which a document is deleted permanently. Null: never by itself. */
export const getTrashDays = flow("documents.get-trash-days", {
  title: "Say how long the trash keeps documents",
  permission: "document.read",
  input: z.object({}),
  output: z.object({ days: z.number().nullable() }),
  doors: ["web"],
  uses: ["retention"],
  audit: { notAudited: "It reads a setting." },

  handle: async ({ retention }) => ({ days: retention.trashDays }),
});
