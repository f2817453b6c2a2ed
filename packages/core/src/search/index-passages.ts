import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { nothing } from "../shapes";
import { embedPassages, placedIn } from "./contract/place-passages";
import { findToIndex } from "./find-to-index";

/** Embeds the passages of a document from PostgreSQL and replaces its passages in the index with them. */
export const indexPassages = flow("search.index-passages", {
  title: "Put a document's passages into the index",
  permission: "index.write",
  input: z.object({ documentId }),
  output: nothing,
  doors: [],
  uses: ["ai", "index"],
  audit: { notAudited: "The run that it is part of records it." },

  async handle({ caller, ai, index, workspaceId, signal }, { documentId: id }) {
    const found = await findToIndex(caller, { documentId: id });
    if (!found || found.document.trashedAt) return index.removeDocument(workspaceId, id);

    const { document, passages } = found;
    const embedded = await embedPassages(ai, document, passages, signal);
    await index.replaceDocument(workspaceId, id, placedIn(document, embedded));
  },
});
