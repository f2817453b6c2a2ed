import { indexScope } from "@besunny/ai/index/passage-index";
import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { nothing } from "../shapes";
import { payloadOf } from "./contract/place-passages";
import { findIndexed } from "./find-indexed";
import { indexPassages } from "./index-passages";

/** Makes the index agree with Postgres about one document: who may see it, its type and projects, or that it is gone. */
export const syncIndex = flow("search.sync-index", {
  title: "Bring the index up to date for a document",
  permission: "index.write",
  input: z.object({ documentId }),
  output: nothing,
  doors: ["job"],
  uses: ["index"],
  audit: { notAudited: "The change that it follows is recorded." },

  async handle({ caller, index, workspaceId }, { documentId: id }) {
    const document = await findIndexed(caller, { documentId: id });
    if (!document || document.trashedAt) return index.removeDocument(workspaceId, id);
    if (document.stage !== "indexed") return;

    const held = await index.count(indexScope(workspaceId, ["all"]), { documentIds: [id] });
    if (held === 0) return indexPassages(caller, { documentId: id });
    await index.updatePayload(workspaceId, id, payloadOf(document));
  },
});
