import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { listPresent } from "./list-present";

const IDS_ASKED_AT_ONCE = 500;

/** Deletes the passages of deleted and trashed documents from the index. Returns the number of documents. */
export const removeStrays = flow("search.remove-strays", {
  title: "Remove deleted documents from the index",
  permission: "index.write",
  input: z.object({}),
  output: z.object({ removed: z.number() }),
  doors: ["job"],
  uses: ["index"],
  audit: { notAudited: "The schedule's run records it." },

  async handle({ caller, index, workspaceId }) {
    const held = await index.listDocumentIds(workspaceId);
    let removed = 0;
    for (let from = 0; from < held.length; from += IDS_ASKED_AT_ONCE) {
      const ids = held.slice(from, from + IDS_ASKED_AT_ONCE);
      const present = new Set(await listPresent(caller, { ids: ids.filter(isDocumentId) }));
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
