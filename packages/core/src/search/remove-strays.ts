import { z } from "zod";

import { documentId } from "../ids";
import { flow, query } from "../operation/operation";

const IDS_ASKED_AT_ONCE = 500;

const listPresent = query({
  action: "document.process",
  input: z.object({ ids: z.array(documentId) }),

  async run({ documents }, { ids }) {
    const found = await documents.findMany(ids);
    return found.filter(({ trashedAt }) => !trashedAt).map(({ id }) => id);
  },
});

/** Takes from the index what it holds of documents that are gone or in the trash. */
export const removeStrays = flow({
  action: "document.process",
  input: z.object({}),

  async run({ ctx, index, workspaceId }) {
    const held = await index.listDocumentIds(workspaceId);
    let removed = 0;
    for (let from = 0; from < held.length; from += IDS_ASKED_AT_ONCE) {
      const ids = held.slice(from, from + IDS_ASKED_AT_ONCE);
      const present = new Set(await listPresent(ctx, { ids: ids.filter(isDocumentId) }));
      for (const id of ids.filter((each) => !present.has(each))) {
        await index.removeDocument(workspaceId, id);
        removed += 1;
      }
    }
    return { removed };
  },
});

function isDocumentId(id: string): boolean {
  return documentId.safeParse(id).success;
}
