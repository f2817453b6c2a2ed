import type { DatabaseSync } from "node:sqlite";

import type { IndexedDocument, PassagePayload } from "../passage-index";
import { number, text, textOrNull } from "./values";

/** Returns the index's content for each of these documents, to compare it with PostgreSQL. */
export function describeDocuments(
  database: DatabaseSync,
  workspaceId: string,
  documentIds: readonly string[],
): IndexedDocument[] {
  const documents = new Map<string, IndexedDocument>();
  const rows = database
    .prepare(
      `SELECT document, type, status, language, created_at,
              (SELECT count(*) FROM passages WHERE payload = payloads.id) AS passages,
              (SELECT count(*) FROM passages WHERE payload = payloads.id
               AND NOT EXISTS (SELECT 1 FROM passage_terms WHERE passage = passages.id)) AS outdated,
              (SELECT json_group_array(principal) FROM payload_access WHERE payload = payloads.id) AS access,
              (SELECT json_group_array(project) FROM payload_projects WHERE payload = payloads.id) AS projects
       FROM payloads WHERE workspace = ? AND document IN (SELECT value FROM json_each(?))`,
    )
    .all(workspaceId, JSON.stringify(documentIds));
  for (const row of rows) {
    const documentId = text(row.document);
    const described = documents.get(documentId) ?? {
      documentId,
      passages: 0,
      payloads: [],
      isOutdated: false,
    };
    described.passages += number(row.passages);
    described.isOutdated ||= number(row.outdated) > 0;
    described.payloads.push(payloadOf(row));
    documents.set(documentId, described);
  }
  return [...documents.values()];
}

function payloadOf(row: Record<string, unknown>): Omit<PassagePayload, "page"> {
  return {
    projectIds: list(row.projects),
    access: list(row.access),
    type: textOrNull(row.type),
    status: text(row.status),
    language: textOrNull(row.language),
    createdAt: text(row.created_at),
  };
}

function list(json: unknown): string[] {
  const values: unknown = JSON.parse(text(json));
  return Array.isArray(values) ? values.map(text) : [];
}
