import type { QdrantClient } from "@qdrant/js-client-rest";
import { z } from "zod";

import { fuse } from "../fuse";
import type { IndexScope } from "../index-scope";
import type { PassageHit, PassageQuery } from "../passage-index";
import { DENSE, SPARSE } from "./collection";
import { within, withWords } from "./filters";
import { questionVector } from "./passage-words";

const LEAST_CANDIDATES = 100;

const Hit = z.object({
  id: z.string(),
  score: z.number(),
  payload: z.object({ document_id: z.string(), number: z.number() }),
});

/** Searches by both legs in one request and fuses the results. */
export async function searchPoints(
  client: QdrantClient,
  {
    collection,
    scope,
    languages,
  }: { collection: string; scope: IndexScope; languages: readonly (string | null)[] },
  query: PassageQuery,
): Promise<PassageHit[]> {
  const filter = withWords(within(scope, query.filter), query, languages);
  const shared = {
    filter,
    limit: Math.max(LEAST_CANDIDATES, query.limit * 5),
    with_payload: ["document_id", "number"],
  };
  const words = questionVector(query.text, languages);
  const dense = { ...shared, query: [...query.vector], using: DENSE };
  const lexical = words && {
    ...shared,
    query: words,
    using: SPARSE,
    // Rarity is that among the passages that the scope may see. Other passages move no rank.
    params: { idf: { corpus: within(scope) } },
  };
  const [near = [], worded = []] = (
    await client.queryBatch(collection, { searches: lexical ? [dense, lexical] : [dense] })
  ).map(({ points }) => z.array(Hit).parse(points));

  const cosines = new Map(near.map(({ id, score }) => [id, score]));
  const missing = worded.filter(({ id }) => !cosines.has(id)).map(({ id }) => id);
  if (missing.length > 0) {
    const only = { ...filter, must: [...filter.must, { has_id: missing }] };
    const rest = await client.query(collection, { ...dense, filter: only, limit: missing.length });
    for (const { id, score } of z.array(Hit).parse(rest.points)) cosines.set(id, score);
  }
  const scores = new Map(worded.map(({ id, score }) => [id, score]));
  const hits = new Map([...near, ...worded].map(({ id, payload }) => [id, payload]));
  return fuse(
    [...hits].map(([id, { document_id, number }]) => ({
      documentId: document_id,
      number,
      dense: cosines.get(id) ?? null,
      lexical: scores.get(id) ?? null,
    })),
    query.limit,
  );
}
