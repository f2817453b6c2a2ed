import { z } from "zod";

import { flow } from "../operation";
import { documentId } from "./document";

/** After a document was deleted for good: its files and its place in the index go too. */
export const removeLeftovers = flow({
  action: "document.process",
  input: z.object({ documentId, keys: z.array(z.string()) }),

  async run({ files, index, workspaceId }, { documentId: id, keys }) {
    await index.removeDocument(workspaceId, id);
    for (const key of keys) await files.remove(key);
    await files.removeAll(`derived/${workspaceId}/${id}`);
  },
});
