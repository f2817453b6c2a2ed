import { z } from "zod";
import { documentId } from "../ids";
import { query } from "../operation/query";

export const listInRange = query("search.list-in-range", {
  title: "List documents of a range of changes",
  permission: "index.write",
  input: z.object({
    fromSeq: z.number().int(),
    toSeq: z.number().int(),
    limit: z.number().int().min(1).max(500),
  }),
  output: z.array(z.object({ id: documentId, indexSeq: z.number() })),
  doors: [],

  handle: ({ documents }, { limit, ...range }) => documents.listInRange(range, limit),
});
