import { indexScope } from "@besunny/ai/index/index-scope";
import type { Generation } from "@besunny/ai/renewal/generations";
import { searchGeneration } from "@besunny/ai/renewal/search-generation";
import { z } from "zod";
import { flow } from "../../operation/flow";
import { ComparedGenerations } from "../contract/generations";
import { sampleQueries } from "./sample-queries";

const QUERIES = 40;
const FIRST = 10;
/** Several passages of one document may be among the first. */
const PASSAGES = 40;

const none = { queries: 0, overlap: 0, foundBefore: 0, foundAfter: 0 };

/** Compares the answers of the wanted index with those of the one before it, by queries of the workspace. Shows no text to anybody. */
export const compareGenerations = flow("search.compare-generations", {
  title: "Compare a new index with the one before it",
  permission: "index.write",
  input: z.object({}),
  output: ComparedGenerations,
  doors: ["job"],
  uses: ["ai", "generations"],
  audit: { notAudited: "The comparison is kept with the index." },

  async handle({ caller, ai, generations, workspaceId }) {
    const before = await generations.predecessor();
    if (!before) return none;
    const after = { ...before, index: generations.wanted, embedder: ai };
    const compared = { ...none };
    for (const { words, documentId } of await sampleQueries(caller, { limit: QUERIES })) {
      const found = (generation: Generation) =>
        firstOf(generation, { workspaceId, words, limit: PASSAGES });
      const [older, newer] = await Promise.all([found(before), found(after)]);
      const most = Math.max(older.length, newer.length);
      compared.queries += 1;
      compared.overlap += most === 0 ? 1 : older.filter((id) => newer.includes(id)).length / most;
      compared.foundBefore += older.includes(documentId) ? 1 : 0;
      compared.foundAfter += newer.includes(documentId) ? 1 : 0;
    }
    return compared;
  },
});

type Asked = { workspaceId: string; words: string; limit: number };

/** Returns the first documents by meaning alone, since the words are the same in both; by words where the model is gone. */
async function firstOf(generation: Generation, { workspaceId, words, limit }: Asked) {
  const scope = indexScope(workspaceId, ["all", "jobs"]);
  const hits = await searchGeneration(forWorkspace(generation, workspaceId), scope, {
    vector: new Float32Array(),
    text: words,
    limit,
  });
  const byMeaning = generation.embedder
    ? hits.toSorted((a, b) => (b.why.dense ?? -1) - (a.why.dense ?? -1))
    : hits;
  return [...new Set(byMeaning.map(({ documentId }) => documentId))].slice(0, FIRST);
}

/** Returns an index whose model works for the workspace; nobody asked for it. */
function forWorkspace(generation: Generation, workspaceId: string): Generation {
  const { embedder } = generation;
  const nobody = { documentId: null, projectIds: [], userId: null, apiKeyId: null, traceId: "" };
  const operation = "search.compare-generations";
  const own = embedder?.as?.({ workspaceId, ...nobody, operation });
  return embedder && own ? { ...generation, embedder: { ...embedder, ...own } } : generation;
}
