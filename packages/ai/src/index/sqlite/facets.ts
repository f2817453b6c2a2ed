import type { DatabaseSync } from "node:sqlite";

import { questionWords } from "../../words/terms";
import type { IndexScope } from "../index-scope";
import type { FacetKey, FacetQuery, Facets } from "../passage-index";
import { languagesIn, type Mask, maskOf, visibleMask } from "./masks";
import { withWords } from "./phrases";
import { number, text } from "./values";
import type { View } from "./view";
import { holdersOf, ordinalsIn } from "./words-leg";

const columns: Readonly<Record<FacetKey, string>> = {
  type: "type AS value FROM payloads",
  language: "language AS value FROM payloads",
  status: "status AS value FROM payloads",
  project: "project AS value FROM payloads JOIN payload_projects ON payload = payloads.id",
};

/** Counts the visible documents for each value of the keys. */
export function countFacets(
  database: DatabaseSync,
  view: View,
  scope: IndexScope,
  query: FacetQuery,
): Facets {
  const mask = matching(database, view, scope, query);
  const payloads = new Set<number>();
  for (let ordinal = 0; ordinal < view.size; ordinal++)
    if (mask.has[ordinal] === 1) payloads.add(view.payloads[ordinal] ?? -1);
  const ids = JSON.stringify([...payloads]);
  return Object.fromEntries(
    query.keys.map((key) => [
      key,
      database
        .prepare(
          `SELECT count(DISTINCT document) AS documents, ${columns[key]}
           WHERE payloads.id IN (SELECT value FROM json_each(?)) AND value IS NOT NULL
           GROUP BY value ORDER BY documents DESC, value`,
        )
        .all(ids)
        .map((row) => ({ value: text(row.value), documents: number(row.documents) })),
    ]),
  );
}

function matching(database: DatabaseSync, view: View, scope: IndexScope, query: FacetQuery): Mask {
  const languages = languagesIn(view, scope, visibleMask(database, view, scope));
  const visible = withWords(database, view, {
    conditions: query,
    languages,
    visible: visibleMask(database, view, scope, query.filter),
  });
  const words = query.text === undefined ? [] : questionWords(query.text, languages);
  if (words.length === 0) return visible;
  const holders = new Uint8Array(view.size);
  const terms = words.flatMap((word) => word.terms);
  for (const parts of holdersOf(database, view, terms))
    for (const ordinal of ordinalsIn(parts)) holders[ordinal] = 1;
  return maskOf(view, (ordinal) => visible.has[ordinal] === 1 && holders[ordinal] === 1);
}
