import { z } from "zod";

import { documentId } from "../ids";
import { query } from "../operation/query";

export const listPresent = query("search.list-present", {
  title: "List which documents are still there",
  permission: "index.write",
  input: z.object({ ids: z.array(documentId) }),
  output: z.array(documentId),
  doors: [],

  async handle({ documents }, { ids }) {
    const found = await documents.findMany(ids);
    return found.filter(({ trashedAt }) => !trashedAt).map(({ id }) => id);
  },
});
