import { indexScope } from "@besunny/ai/index/index-scope";
import { z } from "zod";
import { principals } from "../../access/policy";
import { DocumentSummary } from "../../documents/contract/document-summary";
import { findSummaries } from "../../documents/find-summaries";
import { documentId } from "../../ids";
import { flow } from "../../operation/flow";
import { embeddedText } from "../contract/place-passages";
import { findToCompare } from "./find-to-compare";

/** The passages of the document that are compared, spread over its text. */
const COMPARED = 6;
const HITS = 20;
const MOST = 8;
/** Below it, texts are about other things. */
const LEAST_COSINE = 0.45;

/** Lists documents about the same things, the likest first. Near-duplicates are left out: `search.list-duplicates` lists those. */
export const listSimilar = flow("search.list-similar", {
  title: "List documents about the same things",
  permission: "document.search",
  input: z.object({ id: documentId }),
  output: z.object({
    items: z.array(z.object({ document: DocumentSummary, likeness: z.number() })),
  }),
  doors: ["web", "rest"],
  uses: ["ai", "index"],
  audit: { notAudited: "It reads; what is opened from it is recorded." },

  async handle({ caller, ai, index, actor, workspaceId, signal }, { id }) {
    const { title, passages, duplicates } = await findToCompare(caller, { id, most: COMPARED });
    if (passages.length === 0) return { items: [] };
    const own = ai.as?.({ documentId: id }) ?? ai;
    const vectors = await own.embed(
      passages.map((passage) => embeddedText(title, passage)),
      signal,
    );
    const scope = indexScope(workspaceId, principals(actor));
    const found = new Map<string, number>();
    for (const vector of vectors) {
      const hits = await index.search(scope, { vector, text: "", limit: HITS });
      const best = new Map<string, number>();
      for (const { documentId: other, why } of hits)
        best.set(other, Math.max(best.get(other) ?? 0, why.dense ?? 0));
      for (const [other, cosine] of best) found.set(other, (found.get(other) ?? 0) + cosine);
    }
    const leftOut = new Set([id, ...duplicates]);
    const ranked = [...found]
      .map(([other, sum]) => ({ other, likeness: sum / vectors.length }))
      .filter(({ other, likeness }) => !leftOut.has(other) && likeness >= LEAST_COSINE)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MOST);
    const summaries = await findSummaries(caller, { ids: ranked.map(({ other }) => other) });
    return {
      items: ranked.flatMap(({ other, likeness }) => {
        const document = summaries.find((each) => each.id === other && !each.trashedAt);
        return document ? [{ document, likeness }] : [];
      }),
    };
  },
});
