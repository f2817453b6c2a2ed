import type { DatabaseSync, SQLInputValue } from "node:sqlite";

import type { IndexScope } from "../index-scope";
import type { PassageFilter } from "../passage-index";
import { instant, number } from "./values";
import { languageOf, type View } from "./view";

/** A set of passages: 1 at the ordinal of each, and their number. */
export type Mask = { has: Uint8Array; count: number };

const MOST_DERIVED = 64;

/** Returns the passages that the scope and the filter allow. Every leg of every search is within such a mask. */
export function visibleMask(
  database: DatabaseSync,
  view: View,
  scope: IndexScope,
  filter: PassageFilter = {},
): Mask {
  return derived(view, `mask ${JSON.stringify([scope.principals, filter])}`, () => {
    const { sql, values } = visiblePayloads(scope, filter);
    const rows = database.prepare(`${sql} SELECT id FROM visible`).all(values);
    const payloads = new Set(rows.map((row) => number(row.id)));
    let last = { payload: -1, isIn: false };
    return maskOf(view, (ordinal) => {
      const payload = view.payloads[ordinal] ?? -1;
      if (payload !== last.payload) last = { payload, isIn: payloads.has(payload) };
      return last.isIn;
    });
  });
}

/** Returns the languages of these passages, each once, and null for texts in no known language. */
export function languagesIn(view: View, scope: IndexScope, visible: Mask): (string | null)[] {
  return derived(view, `languages ${JSON.stringify(scope.principals)}`, () => {
    const found = new Set<string | null>([null]);
    for (let ordinal = 0; ordinal < view.size; ordinal++)
      if (visible.has[ordinal] === 1) found.add(languageOf(view, ordinal));
    return [...found];
  });
}

export function maskOf(view: View, isIn: (ordinal: number) => boolean): Mask {
  const mask = { has: new Uint8Array(view.size), count: 0 };
  for (let ordinal = 0; ordinal < view.size; ordinal++) {
    if (!isIn(ordinal)) continue;
    mask.has[ordinal] = 1;
    mask.count += 1;
  }
  return mask;
}

/** Computes a value once for each version of a space. The key names the kind of value, so one kind has one type. */
export function derived<Value>(view: View, key: string, compute: () => Value): Value {
  if (view.derived.has(key)) return view.derived.get(key) as Value;
  const value = compute();
  if (view.derived.size >= MOST_DERIVED) view.derived.clear();
  view.derived.set(key, value);
  return value;
}

type Visible = { sql: string; values: Record<string, SQLInputValue> };

/** Selects the payloads that workspace, principals and filter allow, as the common table `visible`. */
export function visiblePayloads(scope: IndexScope, filter: PassageFilter): Visible {
  const { projectId, documentIds, type, language, status, from, to } = filter;
  const conditions: string[] = [];
  const values: Visible["values"] = {
    workspace: scope.workspaceId,
    principals: JSON.stringify(scope.principals),
  };
  const given = (name: string, value: string | undefined, condition: string) => {
    if (value === undefined) return;
    conditions.push(`AND ${condition}`);
    values[name] = value;
  };
  given(
    "project",
    projectId,
    "id IN (SELECT payload FROM payload_projects WHERE project = :project)",
  );
  given(
    "documents",
    documentIds && JSON.stringify(documentIds),
    "document IN (SELECT value FROM json_each(:documents))",
  );
  given("type", type, "type = :type");
  given("language", language, "language = :language");
  given("status", status, "status = :status");
  given("from", from && instant(from), "created_at >= :from");
  given("to", to && instant(to), "created_at <= :to");

  const principals = "principal IN (SELECT value FROM json_each(:principals))";
  const ids =
    conditions.length === 0
      ? `SELECT DISTINCT payload AS id FROM payload_access WHERE workspace = :workspace AND ${principals}`
      : `SELECT id FROM payloads WHERE workspace = :workspace
         AND EXISTS (SELECT 1 FROM payload_access WHERE payload = payloads.id AND ${principals})
         ${conditions.join(" ")}`;
  return { sql: `WITH visible AS MATERIALIZED (${ids})`, values };
}
