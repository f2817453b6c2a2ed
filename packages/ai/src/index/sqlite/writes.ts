import type { DatabaseSync, SQLInputValue } from "node:sqlite";

import { splitWords } from "../../words/split-words";
import { rowOf } from "../../words/terms";
import type { IndexedPassage, PassagePayload } from "../passage-index";
import { removeMerged } from "./merge";
import { prepared } from "./prepared";
import { changeSpace, removeEmptySpace, type Space, takeOrdinal } from "./spaces";
import { bytes, instant, number, signsOf, textOrNull } from "./values";

/** Adds passages inside the caller's transaction, as all functions of this file. */
export function addPassages(
  database: DatabaseSync,
  given: { workspaceId: string; documentId: string; passages: readonly IndexedPassage[] },
): void {
  if (given.passages.length === 0) return;
  const space = changeSpace(database, given.workspaceId);
  const addPassage = prepared(
    database,
    "INSERT INTO passages (payload, number, page, vector) VALUES (?, ?, ?, ?) RETURNING id",
  );
  const addPlace = prepared(database, "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)");
  const addWords = prepared(database, "INSERT INTO passage_terms VALUES (?, ?, ?, ?)");
  const payloads = new Map<string, number>();

  for (const { number: position, vector, text, payload } of given.passages) {
    const { page, ...shared } = payload;
    const key = JSON.stringify(shared);
    const payloadId = payloads.get(key) ?? addPayload(database, given, shared);
    payloads.set(key, payloadId);
    const id = number(addPassage.get(payloadId, position, page, bytes(vector))?.id);
    addPlace.run(
      space.id,
      takeOrdinal(database, space),
      space.version,
      id,
      payloadId,
      position,
      payload.language,
      signsOf(vector),
    );
    addWords.run(id, ...writtenWords(text, payload.language));
  }
}

/** Makes words again, as if their passages were new ones with the same vectors. */
export function replaceWords(
  database: DatabaseSync,
  given: {
    workspaceId: string;
    documentId: string;
    passages: readonly Pick<IndexedPassage, "number" | "text">[];
  },
): void {
  const payloads = payloadsOf(database, given.workspaceId, given.documentId);
  if (payloads.length === 0) return;
  const space = changeSpace(database, given.workspaceId);
  const texts = new Map(given.passages.map(({ number: position, text }) => [position, text]));
  const renewed = placesOf(database, payloads).flatMap(({ passage, position }) => {
    const text = texts.get(position);
    return text === undefined ? [] : [{ passage, text }];
  });
  removeMerged(
    database,
    space,
    renewed.map(({ passage }) => passage),
  );
  const renew = prepared(
    database,
    `UPDATE places SET is_merged = 0, stamp = ?, language = (SELECT language FROM payloads WHERE id = payload)
     WHERE passage = ? RETURNING language`,
  );
  const setWords = prepared(database, "INSERT OR REPLACE INTO passage_terms VALUES (?, ?, ?, ?)");
  for (const { passage, text } of renewed) {
    const language = textOrNull(renew.get(space.version, passage)?.language);
    setWords.run(passage, ...writtenWords(text, language));
  }
}

/** Returns the terms of a text's words and forms, and its distinct words. */
function writtenWords(text: string, language: string | null): [Uint8Array, Uint8Array, string] {
  const { words, forms } = splitWords(text);
  const spellings = [...new Set(words)].join(" ");
  return [bytes(rowOf(words, language)), bytes(rowOf(forms, language)), spellings];
}

/** Returns the passages with these payloads, and the number of each in its document. */
function placesOf(database: DatabaseSync, payloads: readonly number[]) {
  return prepared(
    database,
    "SELECT passage, number FROM places WHERE payload IN (SELECT value FROM json_each(?))",
  )
    .all(JSON.stringify(payloads))
    .map((row) => ({ passage: number(row.passage), position: number(row.number) }));
}

function addPayload(
  database: DatabaseSync,
  { workspaceId, documentId }: { workspaceId: string; documentId: string },
  payload: Omit<PassagePayload, "page">,
): number {
  const { type, status, language, createdAt, access, projectIds } = payload;
  const row = prepared(
    database,
    `INSERT INTO payloads (workspace, document, type, status, language, created_at)
       VALUES (?, ?, ?, ?, ?, ?) RETURNING id`,
  ).get(workspaceId, documentId, type, status, language, instant(createdAt));
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
  const payloads = payloadsOf(database, given.workspaceId, given.documentId);
  if (payloads.length > 0) changeSpace(database, given.workspaceId);
  for (const id of payloads) {
    for (const [column, value] of columns)
      if (value !== undefined)
        prepared(database, `UPDATE payloads SET ${column} = ? WHERE id = ?`).run(value, id);
    if (page !== undefined)
      prepared(database, "UPDATE passages SET page = ? WHERE payload = ?").run(page, id);
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
  prepared(database, "DELETE FROM payload_access WHERE payload = ?").run(payload);
  const add = prepared(database, "INSERT INTO payload_access VALUES (?, ?, ?)");
  for (const principal of new Set(access)) add.run(workspaceId, principal, payload);
}

function setProjects(database: DatabaseSync, payload: number, projectIds: readonly string[]): void {
  prepared(database, "DELETE FROM payload_projects WHERE payload = ?").run(payload);
  const add = prepared(database, "INSERT INTO payload_projects VALUES (?, ?)");
  for (const project of new Set(projectIds)) add.run(payload, project);
}

export function removePassages(
  database: DatabaseSync,
  workspaceId: string,
  documentId: string,
): void {
  const payloads = payloadsOf(database, workspaceId, documentId);
  if (payloads.length === 0) return;
  const space = changeSpace(database, workspaceId);
  removeMerged(
    database,
    space,
    placesOf(database, payloads).map(({ passage }) => passage),
  );
  for (const id of payloads) removePayload(database, space, id);
  removeEmptySpace(database, space);
}

function removePayload(database: DatabaseSync, space: Space, id: number): void {
  prepared(
    database,
    "INSERT INTO gaps SELECT space, ordinal, :stamp FROM places WHERE payload = :id",
  ).run({ stamp: space.version, id });
  prepared(database, "DELETE FROM places WHERE payload = ?").run(id);
  prepared(database, "DELETE FROM payloads WHERE id = ?").run(id);
}

function payloadsOf(database: DatabaseSync, workspaceId: string, documentId: string): number[] {
  return prepared(database, "SELECT id FROM payloads WHERE workspace = ? AND document = ?")
    .all(workspaceId, documentId)
    .map((row) => number(row.id));
}
