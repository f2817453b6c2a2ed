import type { DatabaseSync } from "node:sqlite";

import { termsOf } from "../../words/terms";
import { addPostings, type Place, removePostings } from "./postings";
import { prepared } from "./prepared";
import type { Space } from "./spaces";
import { number, terms, text } from "./values";

type WordedPlace = Place & { spellings: string[] };

const wordedPlaces =
  "SELECT ordinal, words, forms, spellings FROM places JOIN passage_terms USING (passage)";

/**
 * Writes the postings of a workspace's passages that are not merged yet, if there are more than `most`. Readers go through the terms of
 * the others one by one.
 */
export function mergeWhenMany(database: DatabaseSync, workspaceId: string, most: number): void {
  const found = prepared(
    database,
    `SELECT id, (SELECT count(*) FROM places WHERE space = spaces.id AND is_merged = 0) AS unmerged
       FROM spaces WHERE workspace = ?`,
  ).get(workspaceId);
  if (number(found?.unmerged) <= most) return;
  const id = number(found?.id);
  const places = worded(
    prepared(database, `${wordedPlaces} WHERE space = ? AND is_merged = 0`).all(id),
  );
  addPostings(database, id, places);
  const add = prepared(
    database,
    "INSERT INTO vocabulary VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET holders = holders + excluded.holders",
  );
  for (const [word, holders] of holdersOf(places)) add.run(id, word, holders);
  prepared(database, "UPDATE places SET is_merged = 1 WHERE space = ? AND is_merged = 0").run(id);
  prepared(database, "UPDATE spaces SET merges = merges + 1 WHERE id = ?").run(id);
}

/** Removes what was merged of passages that are about to go or to have other words. */
export function removeMerged(
  database: DatabaseSync,
  { id }: Space,
  passages: readonly number[],
): void {
  const places = worded(
    prepared(
      database,
      `${wordedPlaces} WHERE passage IN (SELECT value FROM json_each(?)) AND is_merged = 1`,
    ).all(JSON.stringify(passages)),
  );
  if (places.length === 0) return;
  removePostings(database, id, places);
  const remove = prepared(
    database,
    "UPDATE vocabulary SET holders = holders - ? WHERE space = ? AND word = ? RETURNING holders",
  );
  const forget = prepared(database, "DELETE FROM vocabulary WHERE space = ? AND word = ?");
  for (const [word, holders] of holdersOf(places))
    if (number(remove.get(holders, id, word)?.holders) <= 0) forget.run(id, word);
}

function worded(rows: readonly Record<string, unknown>[]): WordedPlace[] {
  return rows.map((row) => ({
    ordinal: number(row.ordinal),
    terms: termsOf(terms(row.words), terms(row.forms)),
    spellings: text(row.spellings).split(" "),
  }));
}

function holdersOf(places: readonly WordedPlace[]): Map<string, number> {
  const holders = new Map<string, number>();
  for (const { spellings } of places)
    for (const word of spellings) if (word !== "") holders.set(word, (holders.get(word) ?? 0) + 1);
  return holders;
}
