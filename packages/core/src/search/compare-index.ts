import { CUT_RELEASE } from "@besunny/document-model/cutting/cut-release";
import { z } from "zod";
import { flow } from "../operation/flow";
import { payloadOf } from "./contract/place-passages";
import { cutAgain } from "./cut-again";
import { indexPassages } from "./index-passages";
import { isSamePayload } from "./is-same-payload";
import { listIndexable } from "./list-indexable";

const DOCUMENTS_A_PART = 200;

/**
 * Compares the index with PostgreSQL for the workspace's next documents, and corrects differences. Cuts documents again that an earlier
 * release cut. `next` is null at the end.
 */
export const compareIndex = flow("search.compare-index", {
  title: "Compare the index with the database",
  permission: "index.write",
  input: z.object({ after: z.string() }),
  output: z.object({
    checked: z.number(),
    missing: z.number(),
    corrected: z.number(),
    next: z.string().nullable(),
  }),
  doors: ["job"],
  uses: ["index"],
  audit: { notAudited: "The schedule's run records it." },

  async handle({ caller, index, workspaceId }, { after }) {
    const truths = await listIndexable(caller, { after, limit: DOCUMENTS_A_PART });
    const ids = truths.map(({ document }) => document.id);
    const held = new Map(
      (ids.length > 0 ? await index.describe(workspaceId, ids) : []).map((each) => [
        each.documentId,
        each,
      ]),
    );
    const counts = { checked: truths.length, missing: 0, corrected: 0 };
    for (const { document, passages } of truths) {
      const described = held.get(document.id);
      if (document.modelKey && document.cutRelease !== CUT_RELEASE) {
        await cutAgain(caller, { documentId: document.id, modelKey: document.modelKey });
        counts.corrected += 1;
      } else if ((described?.passages ?? 0) !== passages) {
        await indexPassages(caller, { documentId: document.id });
        counts.missing += 1;
      } else if (described && !isSamePayload(described, payloadOf(document))) {
        await index.updatePayload(workspaceId, document.id, payloadOf(document));
        counts.corrected += 1;
      }
    }
    const next = truths.length === DOCUMENTS_A_PART ? (ids.at(-1) ?? null) : null;
    return { ...counts, next };
  },
});
