import { indexScope } from "@besunny/ai/index/index-scope";
import { z } from "zod";
import { principals } from "../access/policy";
import { queryText } from "../documents/contract/document-filter";
import type { DocumentSummary } from "../documents/contract/document-summary";
import { countAmong } from "../documents/count-among";
import { flow } from "../operation/flow";
import { SearchResult, searchFilter } from "./contract/search-result";
import { findVisiblePassages } from "./find-visible-passages";
import { marksOf } from "./marks";
import { fulfilling, readSearch } from "./read-search";

/** The search takes this many times more from the index, so that a page stays full after PostgreSQL removes hidden passages. */
const OVERFETCH = 3;
const VECTOR_SECONDS = 600;

/** Returns passages for a query by meaning and by words, from all documents that the actor may see and no others. */
export const findPassages = flow("search.find-passages", {
  title: "Search passages",
  permission: "document.search",
  input: searchFilter.extend({
    q: z.string().trim().min(1).max(2000),
    /** Conditions on documents in the grammar, besides those in `q`. */
    within: queryText.optional(),
    /** True: `q` is a question in plain words, whatever signs it holds. */
    isPlain: z.boolean().default(false),
    limit: z.number().int().min(1).max(100).default(20),
  }),
  output: SearchResult,
  doors: ["web", "rest"],
  uses: ["ai", "cache", "index"],
  audit: { notAudited: "It reads; what is opened from it is recorded." },

  async handle({ caller, ai, cache, index, actor, workspaceId, clock, signal }, input) {
    const { q, within, isPlain, limit, ...filter } = input;
    const startedAt = clock().getTime();
    const { words, troubles, chosen } = await readSearch(caller, { q, within, isPlain }, clock());
    const took = () => clock().getTime() - startedAt;
    if (words.text === "" || chosen?.ids?.length === 0)
      return { items: [], facets: noFacets, troubles, tookMs: took() };
    const vector = await cache.getOrSet(
      `query/${ai.embeddingModel}/${words.text}`,
      async () => [...(await ai.embedQuestion(words.text, signal))],
      VECTOR_SECONDS,
    );

    const { documentId: only, documentIds, from, to, ...same } = filter;
    const named = only ? [only] : documentIds;
    const allowed = chosen?.ids ? chosen.ids.filter((id) => named?.includes(id) ?? true) : named;
    const hits = await index.search(indexScope(workspaceId, principals(actor)), {
      vector: Float32Array.from(vector),
      text: words.text,
      phrases: words.phrases,
      without: words.without,
      limit: limit * OVERFETCH,
      filter: {
        ...defined(same),
        ...(allowed && { documentIds: allowed }),
        ...(from && { from: from.toISOString() }),
        ...(to && { to: to.toISOString() }),
      },
    });

    const seen = await findVisiblePassages(caller, {
      keys: hits.map(({ documentId: id, number }) => ({ documentId: id, number })),
    });
    const fulfils = await fulfilling(caller, chosen, [
      ...new Set(hits.map((hit) => hit.documentId)),
    ]);
    const items = hits.flatMap(({ documentId: id, number, score, why }) => {
      const found = seen.get(`${id}/${number}`);
      if (!found || !fits(found.document, filter) || !fulfils(id)) return [];
      const { document, passage } = found;
      return [
        { document, passage: { ...passage, marks: marksOf(passage.text, words.text) }, score, why },
      ];
    });
    return {
      items: items.slice(0, limit),
      facets: await countAmong(caller, {
        ids: [...new Set(items.map((item) => item.document.id))],
      }),
      troubles,
      tookMs: took(),
    };
  },
});

const noFacets = { types: [], projects: [], statuses: [], languages: [], years: [], total: 0 };

/** Returns whether a document still matches the filter. The index may lag behind a change of type or project; PostgreSQL decides. */
function fits(document: DocumentSummary, filter: z.output<typeof searchFilter>): boolean {
  return (
    (!filter.type || document.type === filter.type) &&
    (!filter.projectId || document.projects.some(({ id }) => id === filter.projectId))
  );
}

function defined(
  filter: Pick<z.output<typeof searchFilter>, "projectId" | "type" | "status" | "language">,
) {
  const { projectId: project, type, status, language } = filter;
  return {
    ...(project && { projectId: project }),
    ...(type && { type }),
    ...(status && { status }),
    ...(language && { language }),
  };
}
