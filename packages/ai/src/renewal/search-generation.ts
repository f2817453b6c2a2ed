import type { IndexScope } from "../index/index-scope";
import type { PassageHit, PassageQuery } from "../index/passage-index";
import type { Generation } from "./generations";

/** Searches an index with its own model; by words alone if that model is not here any more. The query's vector is not used. */
export async function searchGeneration(
  { index, embedder, dimensions }: Generation,
  scope: IndexScope,
  query: PassageQuery,
): Promise<PassageHit[]> {
  if (embedder)
    return index.search(scope, { ...query, vector: await embedder.embedQuestion(query.text) });
  const hits = await index.search(scope, { ...query, vector: anyVector(dimensions) });
  const worded = hits.filter(({ why }) => why.lexical !== null);
  const most = Math.max(...worded.map(({ why }) => why.lexical ?? 0));
  return worded
    .map((hit) => ({
      ...hit,
      score: most > 0 ? (hit.why.lexical ?? 0) / most : 0,
      why: { ...hit.why, dense: null },
    }))
    .sort((a, b) => b.score - a.score);
}

/** The index asks for a unit vector. What it finds by this one is left out. */
function anyVector(dimensions: number): Float32Array {
  return new Float32Array(dimensions).fill(1 / Math.sqrt(dimensions));
}
