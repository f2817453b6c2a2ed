import type { Document } from "@besunny/db/workspace/documents/document-row";
import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { nothing } from "../shapes";
import { payloadOf } from "./contract/place-passages";
import { findIndexed } from "./find-indexed";
import { indexPassages } from "./index-passages";
import { isSamePayload } from "./is-same-payload";

/**
 * Makes the index agree with PostgreSQL about these documents: access, type and projects, or that they are gone. Checks documents again
 * that changed meanwhile, so that no older state overwrites a newer one. Running it twice does no harm.
 */
export const syncDocuments = flow("search.sync-documents", {
  title: "Bring the index up to date for documents",
  permission: "index.write",
  input: z.object({ ids: z.array(documentId).max(500) }),
  output: nothing,
  doors: [],
  uses: ["index"],
  audit: { notAudited: "The change that it follows is recorded." },

  async handle({ caller, index, workspaceId }, { ids }) {
    let documents = await find(ids);
    let wanted = [...ids];
    while (wanted.length > 0) {
      await sync(wanted, documents);
      const now = await find(wanted);
      wanted = wanted.filter((id) => now.get(id)?.seq !== documents.get(id)?.seq);
      documents = now;
    }

    async function find(of: readonly string[]): Promise<Map<string, Document>> {
      const found = await findIndexed(caller, { ids: [...of] });
      return new Map(found.map((document) => [document.id, document]));
    }

    async function sync(of: readonly string[], known: ReadonlyMap<string, Document>) {
      const held = await index.describe(workspaceId, of);
      const described = new Map(held.map((each) => [each.documentId, each]));
      for (const id of of) {
        const document = known.get(id);
        const inIndex = described.get(id);
        if (!document || document.trashedAt) {
          if (inIndex) await index.removeDocument(workspaceId, id);
        } else if (document.stage === "indexed") {
          const payload = payloadOf(document);
          if (!inIndex) await indexPassages(caller, { documentId: id });
          else if (!isSamePayload(inIndex, payload))
            await index.updatePayload(workspaceId, id, payload);
        }
      }
    }
  },
});
