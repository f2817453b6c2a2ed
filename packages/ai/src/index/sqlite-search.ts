import type { DatabaseSync, SQLInputValue } from "node:sqlite";

import { fuse } from "./fuse";
import type { IndexScope } from "./index-scope";
import { fts5Expression } from "./lexical-query";
import type { PassageFilter, PassageHit, PassageQuery } from "./passage-index";
import { bytes, instant, number, scopeTerm } from "./sqlite-values";

/**
 * From this many passages on, signs choose the candidates and cosines rank only these. Comparing the signs of 100,000 vectors takes 75
 * ms; cosines take as long for 6,000.
 */
const WIDE_SCOPE = 20_000;
const LEAST_CANDIDATES = 100;
const LEAST_COARSE = 800;

/** Searches by both legs, each within `visible`, and fuses the results. */
export function searchPassages(
  database: DatabaseSync,
  scope: IndexScope,
  { vector, text, filter = {}, limit }: PassageQuery,
): PassageHit[] {
  const visible = visiblePayloads(scope, filter);
  const candidates = Math.max(LEAST_CANDIDATES, limit * 5);
  const blob = bytes(vector);

  const lexical = new Map<number, number>();
  const expression = fts5Expression(text);
  if (expression !== null)
    for (const row of database
      .prepare(
        `${visible.sql}
         SELECT passages.id AS id, -bm25(words, 0.0, 1.0) AS score
         FROM words JOIN passages ON passages.id = words.rowid
         WHERE words MATCH :match AND passages.payload IN (SELECT id FROM visible)
         ORDER BY bm25(words, 0.0, 1.0) LIMIT :limit`,
      )
      .all({
        ...visible.values,
        match: `scope : ${scopeTerm(scope.workspaceId)} AND text : (${expression})`,
        limit: candidates,
      }))
      lexical.set(number(row.id), number(row.score));

  const nearest = nearestPassages(database, visible, blob, candidates);
  const wanted = JSON.stringify([...new Set([...nearest, ...lexical.keys()])]);
  const rows = database
    .prepare(
      `SELECT passages.id AS id, document, number, 1 - vec_distance_cosine(vector, :vector) AS cosine
       FROM passages JOIN payloads ON payloads.id = passages.payload
       WHERE passages.id IN (SELECT value FROM json_each(:wanted))`,
    )
    .all({ vector: blob, wanted });

  return fuse(
    rows.map((row) => ({
      documentId: String(row.document),
      number: number(row.number),
      dense: typeof row.cosine === "number" ? row.cosine : null,
      lexical: lexical.get(number(row.id)) ?? null,
    })),
    limit,
  );
}

function nearestPassages(
  database: DatabaseSync,
  visible: Visible,
  vector: Uint8Array,
  limit: number,
): number[] {
  const total = number(
    database
      .prepare(
        `${visible.sql} SELECT count(*) AS n FROM (SELECT 1 FROM passages
         WHERE payload IN (SELECT id FROM visible) LIMIT ${WIDE_SCOPE + 1})`,
      )
      .get(visible.values)?.n,
  );
  const coarse = `AND passages.id IN (
    SELECT passage FROM bits WHERE payload IN (SELECT id FROM visible)
    ORDER BY vec_distance_hamming(vec_bit(signs), vec_quantize_binary(:vector)) LIMIT ${Math.max(LEAST_COARSE, limit * 4)})`;

  return database
    .prepare(
      `${visible.sql} SELECT id FROM passages
       WHERE payload IN (SELECT id FROM visible) ${total > WIDE_SCOPE ? coarse : ""}
       ORDER BY vec_distance_cosine(vector, :vector) LIMIT :limit`,
    )
    .all({ ...visible.values, vector, limit })
    .map((row) => number(row.id));
}

type Visible = { sql: string; values: Record<string, SQLInputValue> };

/** Selects the payloads that workspace, principals and filter allow. Every leg of every search selects from `visible`. */
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

  const sql = `WITH visible AS MATERIALIZED (
    SELECT id FROM payloads WHERE workspace = :workspace AND id IN (
      SELECT payload FROM payload_access
      WHERE workspace = :workspace AND principal IN (SELECT value FROM json_each(:principals))
    ) ${conditions.join(" ")})`;
  return { sql, values };
}
