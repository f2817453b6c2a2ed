import type { QdrantClient } from "@qdrant/js-client-rest";

import type { IndexScope } from "../index-scope";
import type { FacetKey, FacetQuery, Facets } from "../passage-index";
import { type Filter, within, withWords } from "./filters";
import { questionRow } from "./passage-words";

/** Qdrant names distinct values up to this number. */
const MOST_VALUES = 100_000;

const fields: Readonly<Record<FacetKey, string>> = {
  type: "type",
  project: "project_ids",
  language: "language",
  status: "status",
};

export type Counted = { value: string; count: number };

/** Returns each value of a payload field with the number of its points, in order of the values. */
export async function valuesOf(
  client: QdrantClient,
  collection: string,
  { key, filter }: { key: string; filter?: Filter },
): Promise<Counted[]> {
  const { hits } = await client.facet(collection, {
    key,
    limit: MOST_VALUES,
    exact: true,
    ...(filter && { filter }),
  });
  return hits
    .map(({ value, count }) => ({ value: String(value), count }))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}

/** Counts the visible documents for each value of the keys. Qdrant counts points, so each value's documents are asked for. */
export async function countFacets(
  client: QdrantClient,
  {
    collection,
    scope,
    languages,
  }: { collection: string; scope: IndexScope; languages: readonly (string | null)[] },
  query: FacetQuery,
): Promise<Facets> {
  const filter = withWords(within(scope, query.filter), query, languages);
  const row = query.text === undefined ? null : questionRow(query.text, languages);
  if (row !== null) filter.must.push({ key: "row", match: { text_any: row } });
  const facets: Facets = {};
  for (const key of query.keys) {
    const values = await valuesOf(client, collection, { key: fields[key], filter });
    const counted = await Promise.all(
      values.map(async ({ value }) => ({ value, documents: await documentsWith(key, value) })),
    );
    facets[key] = counted.sort((a, b) => b.documents - a.documents);
  }
  return facets;

  async function documentsWith(key: FacetKey, value: string): Promise<number> {
    const must = [...filter.must, { key: fields[key], match: { value } }];
    const found = await valuesOf(client, collection, {
      key: "document_id",
      filter: { ...filter, must },
    });
    return found.length;
  }
}
