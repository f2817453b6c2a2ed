import type { DatabaseSync } from "node:sqlite";

import { termsOf } from "../../words/terms";
import { addPostings, type Place, removePostings } from "./postings";
import type { Space } from "./spaces";
import { number, text, textOrNull } from "./values";

/** A passage's place and its words as `splitWords` made them. */
type WordedPlace = { ordinal: number; language: string | null; words: string; forms: string };

const wordedPlaces = `SELECT ordinal, language, words, forms FROM places JOIN passage_words USING (passage)`;

/**
 * Writes the postings of a workspace's passages that are not merged yet, if there are more than `most`. Readers go through the terms of
 * the others one by one.
 */
export function mergeWhenMany(database: DatabaseSync, workspaceId: string, most: number): void {
  const found = database
    .prepare(
      `SELECT id, (SELECT count(*) FROM places WHERE space = spaces.id AND is_merged = 0) AS unmerged
       FROM spaces WHERE workspace = ?`,
    )
    .get(workspaceId);
  if (number(found?.unmerged) <= most) return;
  const id = number(found?.id);
  const places = worded(
    database.prepare(`${wordedPlaces} WHERE space = ? AND is_merged = 0`).all(id),
  );
  addPostings(database, id, places.map(placeOf));
  const add = database.prepare(
    "INSERT INTO vocabulary VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET holders = holders + excluded.holders",
  );
  for (const [word, holders] of holdersOf(places)) add.run(id, word, holders);
  database.prepare("UPDATE places SET is_merged = 1 WHERE space = ? AND is_merged = 0").run(id);
  database.prepare("UPDATE spaces SET merges = merges + 1 WHERE id = ?").run(id);
}

/** Removes what was merged of passages that are about to go or to have other words. */
export function removeMerged(
  database: DatabaseSync,
  { id }: Space,
  passages: readonly number[],
): void {
  const places = worded(
    database
      .prepare(
        `${wordedPlaces} WHERE passage IN (SELECT value FROM json_each(?)) AND is_merged = 1`,
      )
      .all(JSON.stringify(passages)),
  );
  if (places.length === 0) return;
  removePostings(database, id, places.map(placeOf));
  const remove = database.prepare(
    "UPDATE vocabulary SET holders = holders - ? WHERE space = ? AND word = ? RETURNING holders",
  );
  const forget = database.prepare("DELETE FROM vocabulary WHERE space = ? AND word = ?");
  for (const [word, holders] of holdersOf(places))
    if (number(remove.get(holders, id, word)?.holders) <= 0) forget.run(id, word);
}

function worded(rows: readonly Record<string, unknown>[]): WordedPlace[] {
  return rows.map((row) => ({
    ordinal: number(row.ordinal),
    language: textOrNull(row.language),
    words: text(row.words),
    forms: text(row.forms),
  }));
}

function placeOf({ ordinal, language, words, forms }: WordedPlace): Place {
  return { ordinal, terms: termsOf({ words: listed(words), forms: listed(forms) }, language) };
}

/** Returns the words that a space before each of them separates. */
export function listed(words: string): string[] {
  return words === "" ? [] : words.split(" ");
}

function holdersOf(places: readonly WordedPlace[]): Map<string, number> {
  const holders = new Map<string, number>();
  for (const { words } of places)
    for (const word of new Set(listed(words))) holders.set(word, (holders.get(word) ?? 0) + 1);
  return holders;
}
