import type { DatabaseSync, SQLInputValue } from "node:sqlite";

import { lexicalText } from "./lexical-query";
import type { IndexedPassage, PassagePayload } from "./passage-index";
import { bytes, instant, number, scopeTerm } from "./sqlite-values";

/** Adds passages inside the caller's transaction, as all functions of this file. */
export function addPassages(
  database: DatabaseSync,
  given: { workspaceId: string; documentId: string; passages: readonly IndexedPassage[] },
): void {
  const addPassage = database.prepare(
    "INSERT INTO passages (payload, number, page, vector) VALUES (?, ?, ?, ?) RETURNING id",
  );
  const addBits = database.prepare("INSERT INTO bits VALUES (?, ?, vec_quantize_binary(?))");
  const addWords = database.prepare("INSERT INTO words (rowid, scope, text) VALUES (?, ?, ?)");
  const payloads = new Map<string, number>();

  for (const { number: position, vector, text, payload } of given.passages) {
    const { page, ...shared } = payload;
    const key = JSON.stringify(shared);
    const payloadId = payloads.get(key) ?? addPayload(database, given, shared);
    payloads.set(key, payloadId);
    const id = number(addPassage.get(payloadId, position, page, bytes(vector))?.id);
    addBits.run(payloadId, id, bytes(vector));
    addWords.run(id, scopeTerm(given.workspaceId), lexicalText(text));
  }
}

function addPayload(
  database: DatabaseSync,
  { workspaceId, documentId }: { workspaceId: string; documentId: string },
  payload: Omit<PassagePayload, "page">,
): number {
  const { type, status, language, createdAt, access, projectIds } = payload;
  const row = database
    .prepare(
      `INSERT INTO payloads (workspace, document, type, status, language, created_at)
       VALUES (?, ?, ?, ?, ?, ?) RETURNING id`,
    )
    .get(workspaceId, documentId, type, status, language, instant(createdAt));
  const id = number(row?.id);
  setAccess(database, id, workspaceId, access);
  setProjects(database, id, projectIds);
  return id;
}

export function patchPayloads(
  database: DatabaseSync,
  given: { workspaceId: string; documentId: string; patch: Partial<PassagePayload> },
): void {
  const { type, status, language, createdAt, page, access, projectIds } = given.patch;
  const columns: [string, SQLInputValue | undefined][] = [
    ["type", type],
    ["status", status],
    ["language", language],
    ["created_at", createdAt === undefined ? undefined : instant(createdAt)],
  ];
  for (const id of payloadsOf(database, given.workspaceId, given.documentId)) {
    for (const [column, value] of columns)
      if (value !== undefined)
        database.prepare(`UPDATE payloads SET ${column} = ? WHERE id = ?`).run(value, id);
    if (page !== undefined)
      database.prepare("UPDATE passages SET page = ? WHERE payload = ?").run(page, id);
    if (access) setAccess(database, id, given.workspaceId, access);
    if (projectIds) setProjects(database, id, projectIds);
  }
}

function setAccess(
  database: DatabaseSync,
  payload: number,
  workspaceId: string,
  access: readonly string[],
): void {
  database.prepare("DELETE FROM payload_access WHERE payload = ?").run(payload);
  const add = database.prepare("INSERT INTO payload_access VALUES (?, ?, ?)");
  for (const principal of new Set(access)) add.run(workspaceId, principal, payload);
}

function setProjects(database: DatabaseSync, payload: number, projectIds: readonly string[]): void {
  database.prepare("DELETE FROM payload_projects WHERE payload = ?").run(payload);
  const add = database.prepare("INSERT INTO payload_projects VALUES (?, ?)");
  for (const project of new Set(projectIds)) add.run(payload, project);
}

export function removePassages(
  database: DatabaseSync,
  workspaceId: string,
  documentId: string,
): void {
  for (const id of payloadsOf(database, workspaceId, documentId)) {
    database
      .prepare("DELETE FROM words WHERE rowid IN (SELECT id FROM passages WHERE payload = ?)")
      .run(id);
    database.prepare("DELETE FROM payloads WHERE id = ?").run(id);
  }
}

function payloadsOf(database: DatabaseSync, workspaceId: string, documentId: string): number[] {
  return database
    .prepare("SELECT id FROM payloads WHERE workspace = ? AND document = ?")
    .all(workspaceId, documentId)
    .map((row) => number(row.id));
}
