import type { DatabaseSync, StatementSync } from "node:sqlite";

import type { PassageTerms } from "../../words/terms";
import { prepared } from "./prepared";
import { blob, number } from "./values";

/** A block has this many ordinals, so that an offset fits two bytes. */
export const BLOCK = 16_384;
const TERMS = 2 ** 32;

/** The passages of one block that hold a term: their offsets in the block, in order, and the weight of the term in each. */
export type Postings = { offsets: Uint16Array; weights: Uint8Array };

export type Place = { ordinal: number; terms: PassageTerms };

/** Returns the postings of a term in a block, or null if there are none. */
export function readPostings(select: StatementSync, block: number, term: number): Postings | null {
  const row = select.get(block * TERMS + term);
  return row ? decoded(blob(row.entries)) : null;
}

export function selectPostings(database: DatabaseSync): StatementSync {
  return prepared(database, "SELECT entries FROM postings WHERE key = ?");
}

/** Adds the terms of passages to the postings of a space, inside the caller's transaction. */
export function addPostings(database: DatabaseSync, space: number, places: readonly Place[]): void {
  change(database, blockIds(database, space, places), places, merged);
}

/** Removes the terms of passages from the postings of a space, inside the caller's transaction. Rows that become empty go. */
export function removePostings(
  database: DatabaseSync,
  space: number,
  places: readonly Place[],
): void {
  const blocks = blockIds(database, space, places);
  change(database, blocks, places, without);
  const removeEmpty = prepared(
    database,
    "DELETE FROM blocks WHERE id = :id AND NOT EXISTS (SELECT 1 FROM postings WHERE key >= :from AND key < :to)",
  );
  for (const id of blocks.values()) removeEmpty.run({ id, from: id * TERMS, to: (id + 1) * TERMS });
}

type Entry = [offset: number, weight: number];

function change(
  database: DatabaseSync,
  blocks: ReadonlyMap<number, number>,
  places: readonly Place[],
  changed: (held: Postings, given: readonly Entry[]) => Postings,
): void {
  const given = new Map<number, Entry[]>();
  for (const { ordinal, terms } of places.toSorted((a, b) => a.ordinal - b.ordinal)) {
    const block = blocks.get(Math.floor(ordinal / BLOCK)) ?? 0;
    for (const [index, term] of terms.terms.entries()) {
      const key = block * TERMS + term;
      const entry: Entry = [ordinal % BLOCK, terms.weights[index] ?? 0];
      const entries = given.get(key);
      if (entries) entries.push(entry);
      else given.set(key, [entry]);
    }
  }
  const select = selectPostings(database);
  const put = prepared(database, "INSERT OR REPLACE INTO postings VALUES (?, ?)");
  const remove = prepared(database, "DELETE FROM postings WHERE key = ?");
  for (const key of [...given.keys()].sort((a, b) => a - b)) {
    const now = changed(decoded(blob(select.get(key)?.entries)), given.get(key) ?? []);
    if (now.offsets.length > 0) put.run(key, encoded(now));
    else remove.run(key);
  }
}

/** Returns the id of each block that the places are in. */
function blockIds(
  database: DatabaseSync,
  space: number,
  places: readonly Place[],
): Map<number, number> {
  const add = prepared(database, "INSERT OR IGNORE INTO blocks (space, number) VALUES (?, ?)");
  const select = prepared(database, "SELECT id FROM blocks WHERE space = ? AND number = ?");
  const blocks = new Set(places.map(({ ordinal }) => Math.floor(ordinal / BLOCK)));
  return new Map(
    [...blocks].map((block) => {
      add.run(space, block);
      return [block, number(select.get(space, block)?.id)];
    }),
  );
}

/** Both lists are in order of their offsets; the given weights replace held ones. */
function merged(held: Postings, given: readonly Entry[]): Postings {
  const result = room(held.offsets.length + given.length);
  let length = 0;
  let next = 0;
  const add = (offset: number, weight: number) => {
    result.offsets[length] = offset;
    result.weights[length++] = weight;
  };
  for (const [offset, weight] of given) {
    for (; next < held.offsets.length && (held.offsets[next] ?? 0) < offset; next++)
      add(held.offsets[next] ?? 0, held.weights[next] ?? 0);
    if (held.offsets[next] === offset) next++;
    add(offset, weight);
  }
  for (; next < held.offsets.length; next++) add(held.offsets[next] ?? 0, held.weights[next] ?? 0);
  return first(result, length);
}

function without(held: Postings, given: readonly Entry[]): Postings {
  const going = new Set(given.map(([offset]) => offset));
  const result = room(held.offsets.length);
  let length = 0;
  for (const [index, offset] of held.offsets.entries()) {
    if (going.has(offset)) continue;
    result.offsets[length] = offset;
    result.weights[length++] = held.weights[index] ?? 0;
  }
  return first(result, length);
}

function room(length: number): Postings {
  return { offsets: new Uint16Array(length), weights: new Uint8Array(length) };
}

function first({ offsets, weights }: Postings, length: number): Postings {
  return { offsets: offsets.subarray(0, length), weights: weights.subarray(0, length) };
}

/** The offsets of two bytes each, then the weights of one. */
function encoded({ offsets, weights }: Postings): Uint8Array {
  const bytes = new Uint8Array(offsets.length * 3);
  new Uint16Array(bytes.buffer, 0, offsets.length).set(offsets);
  bytes.set(weights, offsets.length * 2);
  return bytes;
}

function decoded(bytes: Uint8Array): Postings {
  const aligned = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice();
  const count = aligned.length / 3;
  return {
    offsets: new Uint16Array(aligned.buffer, aligned.byteOffset, count),
    weights: aligned.subarray(count * 2),
  };
}
