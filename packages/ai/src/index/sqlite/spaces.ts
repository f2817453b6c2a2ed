import type { DatabaseSync } from "node:sqlite";
import { prepared } from "./prepared";
import { number } from "./values";

/** The part of the index that is one workspace's. `version` is the stamp of the rows that the present transaction writes. */
export type Space = { id: number; version: number };

/** Returns the space of a workspace with its next version, and creates it if absent. Inside the caller's transaction. */
export function changeSpace(database: DatabaseSync, workspaceId: string): Space {
  const row = prepared(
    database,
    `INSERT INTO spaces (workspace, version) VALUES (?, 1)
       ON CONFLICT (workspace) DO UPDATE SET version = version + 1 RETURNING id, version`,
  ).get(workspaceId);
  return { id: number(row?.id), version: number(row?.version) };
}

/** Returns an ordinal of the space that no passage has: one that was left, or the next. */
export function takeOrdinal(database: DatabaseSync, { id }: Space): number {
  const left = prepared(
    database,
    `DELETE FROM gaps WHERE space = :id AND ordinal = (SELECT min(ordinal) FROM gaps WHERE space = :id) RETURNING ordinal`,
  ).get({ id });
  if (left) return number(left.ordinal);
  const row = prepared(
    database,
    "UPDATE spaces SET next = next + 1 WHERE id = ? RETURNING next - 1 AS ordinal",
  ).get(id);
  return number(row?.ordinal);
}

/** Leaves nothing of a space that has no passage. */
export function removeEmptySpace(database: DatabaseSync, { id }: Space): void {
  if (prepared(database, "SELECT 1 FROM places WHERE space = ? LIMIT 1").get(id)) return;
  for (const table of ["gaps", "blocks", "vocabulary"])
    prepared(database, `DELETE FROM ${table} WHERE space = ?`).run(id);
  prepared(database, "DELETE FROM spaces WHERE id = ?").run(id);
}
