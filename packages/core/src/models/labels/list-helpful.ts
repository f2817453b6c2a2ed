import { z } from "zod";

import { flow } from "../../operation/flow";
import { idIn } from "../../shapes";
import { Candidates } from "../../understanding/contract/statements";
import { findUnlabelled } from "./find-unlabelled";

const MOST = 20;

/** Lists the documents whose labels would teach the most. The models are unsure of them, and many others are like them. */
export const listHelpful = flow("models.list-helpful", {
  title: "List the documents that would teach the most",
  permission: "document.read",
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        id: idIn("doc"),
        title: z.string(),
        type: z.string().nullable(),
        candidates: Candidates,
      }),
    ),
  }),
  doors: ["web"],
  uses: ["ai"],
  audit: { notAudited: "It reads." },

  async handle({ caller, ai, signal }) {
    const documents = await findUnlabelled(caller, { isWithoutType: false });
    const ids = await ai.mostHelpful(
      documents.map(({ documentId, candidates, version, values }) => ({
        documentId,
        candidates,
        features: { version, values: Buffer.from(values, "base64"), excerpt: "" },
      })),
      MOST,
      signal,
    );
    const byId = new Map(documents.map((document) => [document.documentId, document]));
    return {
      items: ids.flatMap((id) => {
        const found = byId.get(id);
        if (!found) return [];
        const { title, type, candidates } = found;
        return [{ id, title, type, candidates }];
      }),
    };
  },
});
