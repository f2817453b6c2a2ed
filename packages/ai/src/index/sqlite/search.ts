import type { DatabaseSync } from "node:sqlite";

import { questionWords } from "../../words/terms";
import { fuse } from "../fuse";
import type { IndexScope } from "../index-scope";
import type { PassageHit, PassageQuery } from "../passage-index";
import { derived, languagesIn, visibleMask } from "./masks";
import { cosinesOf, nearestBySigns } from "./meaning-leg";
import { withWords } from "./phrases";
import { prepared } from "./prepared";
import { text } from "./values";
import type { View } from "./view";
import { bestByWords } from "./words-leg";

const LEAST_CANDIDATES = 100;

/** Searches by both legs, each within what is visible, and fuses the results. */
export function searchPassages(
  database: DatabaseSync,
  view: View,
  scope: IndexScope,
  query: PassageQuery,
): PassageHit[] {
  const { vector, limit } = query;
  const all = visibleMask(database, view, scope);
  const languages = languagesIn(view, scope, all);
  const visible = withWords(database, view, {
    conditions: query,
    languages,
    visible: visibleMask(database, view, scope, query.filter),
  });
  if (visible.count === 0) return [];

  const candidates = Math.max(LEAST_CANDIDATES, limit * 5);
  const lexical = bestByWords(database, view, {
    words: questionWords(query.text, languages),
    scope: all,
    visible,
    limit: candidates,
  });
  const near = nearestBySigns(view, visible, vector);
  const cosines = cosinesOf(database, view, [...new Set([...near, ...lexical.keys()])], vector);
  const nearest = new Set(
    near.toSorted((a, b) => (cosines.get(b) ?? -1) - (cosines.get(a) ?? -1)).slice(0, candidates),
  );
  const documents = documentsOf(database, view);
  return fuse(
    [...new Set([...nearest, ...lexical.keys()])].map((ordinal) => ({
      documentId: documents(ordinal),
      number: view.numbers[ordinal] ?? 0,
      dense: cosines.get(ordinal) ?? null,
      lexical: lexical.get(ordinal) ?? null,
    })),
    limit,
  );
}

/** Returns a function that names the document of an ordinal, and asks once for each payload of this version. */
function documentsOf(database: DatabaseSync, view: View): (ordinal: number) => string {
  const known = derived(view, "documents", () => new Map<number, string>());
  const select = prepared(database, "SELECT document FROM payloads WHERE id = ?");
  return (ordinal) => {
    const payload = view.payloads[ordinal] ?? -1;
    const document = known.get(payload) ?? text(select.get(payload)?.document);
    known.set(payload, document);
    return document;
  };
}
