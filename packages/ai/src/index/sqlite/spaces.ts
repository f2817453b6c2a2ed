import type { DatabaseSync } from "node:sqlite";

import { number } from "./values";

/** The part of the index that is one workspace's. `version` is the stamp of the rows that the present transaction writes. */
export type Space = { id: number; version: number };

/** Returns the space of a workspace with its next version, and creates it if absent. Inside the caller's transaction. */
export function changeSpace(database: DatabaseSync, workspaceId: string): Space {
  const row = database
    .prepare(
      `INSERT INTO spaces (workspace, version) VALUES (?, 1)
       ON CONFLICT (workspace) DO UPDATE SET version = version + 1 RETURNING id, version`,
    )
    .get(workspaceId);
  return { id: number(row?.id), version: number(row?.version) };
}

/** Returns an ordinal of the space that no passage has: one that was left, or the next. */
export function takeOrdinal(database: DatabaseSync, { id }: Space): number {
  const left = database
    .prepare(
      `DELETE FROM gaps WHERE space = :id AND ordinal = (SELECT min(ordinal) FROM gaps WHERE space = :id) RETURNING ordinal`,
    )
    .get({ id });
  if (left) return number(left.ordinal);
  const row = database
    .prepare("UPDATE spaces SET next = next + 1 WHERE id = ? RETURNING next - 1 AS ordinal")
    .get(id);
  return number(row?.ordinal);
}

/** Leaves nothing of a space that has no passage. */
export function removeEmptySpace(database: DatabaseSync, { id }: Space): void {
  if (database.prepare("SELECT 1 FROM places WHERE space = ? LIMIT 1").get(id)) return;
  for (const table of ["gaps", "blocks", "vocabulary"])
    database.prepare(`DELETE FROM ${table} WHERE space = ?`).run(id);
  database.prepare("DELETE FROM spaces WHERE id = ?").run(id);
}
