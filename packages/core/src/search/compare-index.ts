import type { IndexedDocument } from "@besunny/ai/index/passage-index";
import { z } from "zod";
import { flow } from "../operation/flow";
import { payloadOf } from "./contract/place-passages";
import { indexPassages } from "./index-passages";
import { listIndexable } from "./list-indexable";

const DOCUMENTS_A_PART = 200;

/** Compares what the index holds of the workspace's next documents with Postgres, and mends what differs. `next` is null at the end. */
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
      if ((described?.passages ?? 0) !== passages) {
        await indexPassages(caller, { documentId: document.id });
        counts.missing += 1;
      } else if (described && !agrees(described, payloadOf(document))) {
        await index.updatePayload(workspaceId, document.id, payloadOf(document));
        counts.corrected += 1;
      }
    }
    const next = truths.length === DOCUMENTS_A_PART ? (ids.at(-1) ?? null) : null;
    return { ...counts, next };
  },
});

function agrees({ payloads }: IndexedDocument, truth: ReturnType<typeof payloadOf>): boolean {
  return payloads.every((payload) => fingerprint(payload) === fingerprint(truth));
}

function fingerprint({
  projectIds,
  access,
  type,
  status,
  language,
  createdAt,
}: ReturnType<typeof payloadOf>): string {
  const instant = new Date(createdAt).getTime();
  return JSON.stringify([
    projectIds.toSorted(),
    access.toSorted(),
    type,
    status,
    language,
    instant,
  ]);
}
