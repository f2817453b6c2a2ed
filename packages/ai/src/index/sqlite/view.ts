import type { DatabaseSync } from "node:sqlite";

import { type PassageTerms, termsOf } from "../../words/terms";
import { BLOCK } from "./postings";
import { blob, number, terms, textOrNull } from "./values";

/**
 * The content of one space in memory: about 70 bytes a passage, by ordinal. `payloads` is -1 where there is no passage. `tail` has the
 * terms of passages that are not merged into postings.
 */
export type View = {
  space: number;
  version: number;
  merges: number;
  size: number;
  passages: Float64Array;
  numbers: Int32Array;
  payloads: Float64Array;
  languages: Uint8Array;
  signs: Uint8Array;
  tail: Map<number, PassageTerms>;
  blocks: { id: number; first: number }[];
  /** Values that were computed from this version of the space. */
  derived: Map<string, unknown>;
  /** Scores by ordinal, all 0 between searches. */
  scores: Float32Array;
};

/** The languages of all views by the number of each; the first is that of texts in no known language. */
const languageCodes: (string | null)[] = [null];
const MOST_PASSAGES = 1_000_000;

/** Keeps views of the spaces that were searched last, and brings each up to date when it is asked for. */
export function spaceViews(database: DatabaseSync, dimensions: number) {
  const views = new Map<number, View>();
  const selectSpace = database.prepare(
    "SELECT id, version, merges, next FROM spaces WHERE workspace = ?",
  );

  return {
    /** Returns the view of a workspace as the present transaction sees it, or null if the workspace has no passage. */
    of(workspaceId: string): View | null {
      const row = selectSpace.get(workspaceId);
      if (!row) return null;
      const id = number(row.id);
      const known = views.get(id);
      const view = known ?? emptyView(id);
      views.delete(id);
      views.set(id, view);
      if (view.version !== number(row.version)) {
        grow(view, number(row.next), dimensions / 8);
        update(database, view, number(row.merges));
        view.version = number(row.version);
        forgetOldest(views);
      }
      return view;
    },
  };
}

export function languageOf(view: View, ordinal: number): string | null {
  return languageCodes[view.languages[ordinal] ?? 0] ?? null;
}

function emptyView(space: number): View {
  return {
    space,
    version: 0,
    merges: 0,
    size: 0,
    passages: new Float64Array(),
    numbers: new Int32Array(),
    payloads: new Float64Array(),
    languages: new Uint8Array(),
    signs: new Uint8Array(),
    tail: new Map(),
    blocks: [],
    derived: new Map(),
    scores: new Float32Array(),
  };
}

/** Makes room for new ordinals, with a quarter to spare. */
function grow(view: View, size: number, bytesOfSigns: number): void {
  const before = view.payloads.length;
  view.size = size;
  if (size <= before) return;
  const room = Math.ceil(size * 1.25);
  view.passages = widened(new Float64Array(room), view.passages);
  view.numbers = widened(new Int32Array(room), view.numbers);
  view.payloads = widened(new Float64Array(room), view.payloads);
  view.payloads.fill(-1, before);
  view.languages = widened(new Uint8Array(room), view.languages);
  view.signs = widened(new Uint8Array(room * bytesOfSigns), view.signs);
  view.scores = new Float32Array(room);
}

function widened<Numbers extends { set(from: ArrayLike<number>): void }>(
  wider: Numbers,
  from: ArrayLike<number>,
): Numbers {
  wider.set(from);
  return wider;
}

function update(database: DatabaseSync, view: View, merges: number): void {
  const since = { space: view.space, version: view.version };
  view.derived.clear();
  if (view.merges !== merges) view.tail.clear();
  view.merges = merges;
  const gaps = database.prepare(
    "SELECT ordinal FROM gaps WHERE space = :space AND stamp > :version",
  );
  for (const row of gaps.all(since)) {
    view.payloads[number(row.ordinal)] = -1;
    view.tail.delete(number(row.ordinal));
  }
  loadPlaces(database, view, since);
  loadTail(database, view);
  view.blocks = database
    .prepare("SELECT id, number FROM blocks WHERE space = ? ORDER BY number")
    .all(view.space)
    .map((row) => ({ id: number(row.id), first: number(row.number) * BLOCK }));
}

function loadPlaces(database: DatabaseSync, view: View, since: Record<string, number>): void {
  const select = database.prepare(
    "SELECT ordinal, passage, payload, number, language, signs FROM places WHERE space = :space AND stamp > :version",
  );
  for (const row of select.iterate(since)) {
    const ordinal = number(row.ordinal);
    const signs = blob(row.signs);
    view.passages[ordinal] = number(row.passage);
    view.payloads[ordinal] = number(row.payload);
    view.numbers[ordinal] = number(row.number);
    view.languages[ordinal] = codeOf(textOrNull(row.language));
    view.signs.set(signs, ordinal * signs.length);
    view.tail.delete(ordinal);
  }
}

function loadTail(database: DatabaseSync, view: View): void {
  const select = database.prepare(
    `SELECT ordinal, words, forms FROM places JOIN passage_terms USING (passage)
     WHERE space = ? AND is_merged = 0`,
  );
  for (const row of select.iterate(view.space)) {
    const ordinal = number(row.ordinal);
    if (view.tail.has(ordinal)) continue;
    view.tail.set(ordinal, termsOf(terms(row.words), terms(row.forms)));
  }
}

function codeOf(language: string | null): number {
  const found = languageCodes.indexOf(language);
  if (found >= 0) return found;
  return languageCodes.length < 256 ? languageCodes.push(language) - 1 : 0;
}

function forgetOldest(views: Map<number, View>): void {
  let total = [...views.values()].reduce((sum, { size }) => sum + size, 0);
  for (const [id, { size }] of views) {
    if (total <= MOST_PASSAGES || views.size === 1) return;
    views.delete(id);
    total -= size;
  }
}
