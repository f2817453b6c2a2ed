import { indexScope } from "@besunny/ai/index/passage-index";
import { z } from "zod";

import { documentId } from "../ids";
import { flow, query } from "../operation/operation";
import { indexPassages, payloadOf } from "./index-passages";

const findIndexed = query({
  action: "document.process",
  input: z.object({ documentId }),
  run: ({ documents }, { documentId: id }) => documents.find(id),
});

/** Makes the index agree with Postgres about one document: who may see it, its type and projects, or that it is gone. */
export const syncIndex = flow({
  action: "document.process",
  input: z.object({ documentId }),

  async run({ ctx, index, workspaceId }, { documentId: id }) {
    const document = await findIndexed(ctx, { documentId: id });
    if (!document || document.trashedAt) return index.removeDocument(workspaceId, id);
    if (document.stage !== "indexed") return;

    const held = await index.count(indexScope(workspaceId, ["all"]), { documentIds: [id] });
    if (held === 0) return indexPassages(ctx, { documentId: id });
    await index.updatePayload(workspaceId, id, payloadOf(document));
  },
});
