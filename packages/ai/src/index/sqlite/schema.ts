import { DatabaseSync } from "node:sqlite";

import { load as loadVectorFunctions } from "sqlite-vec";

import { TERM_FORM } from "../../words/terms";

/**
 * `payloads` has one row for each distinct payload of a document (nearly always one). So a change of access writes a few rows and not
 * every passage.
 *
 * A workspace is a space. Each of its passages has a place there with an ordinal, which is used again after a passage is gone (`gaps`). A
 * change of a space raises its version, which is the `stamp` of the rows that it wrote. Readers load what has a later stamp than theirs.
 * `signs` are the signs of a vector's numbers, for a quick first pass.
 *
 * `passage_terms` has the terms of a passage's words in a row, those of its other forms, and its distinct words.
 *
 * `postings` hold, for a term and a block of ordinals, which passages have the term with which weight. A key is `block * 2^32 + term`. New
 * passages wait unmerged until there are enough to write each row of postings once for many of them.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS payloads (
    id INTEGER PRIMARY KEY,
    workspace TEXT NOT NULL,
    document TEXT NOT NULL,
    type TEXT,
    status TEXT NOT NULL,
    language TEXT,
    created_at TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS payloads_of_document ON payloads (workspace, document);
  CREATE TABLE IF NOT EXISTS payload_access (
    workspace TEXT NOT NULL,
    principal TEXT NOT NULL,
    payload INTEGER NOT NULL REFERENCES payloads ON DELETE CASCADE,
    PRIMARY KEY (workspace, principal, payload)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS access_of_payload ON payload_access (payload);
  CREATE TABLE IF NOT EXISTS payload_projects (
    payload INTEGER NOT NULL REFERENCES payloads ON DELETE CASCADE,
    project TEXT NOT NULL,
    PRIMARY KEY (payload, project)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS payloads_of_project ON payload_projects (project, payload);
  CREATE TABLE IF NOT EXISTS passages (
    id INTEGER PRIMARY KEY,
    payload INTEGER NOT NULL REFERENCES payloads ON DELETE CASCADE,
    number INTEGER NOT NULL,
    page INTEGER NOT NULL,
    vector BLOB NOT NULL
  );
  CREATE INDEX IF NOT EXISTS passages_of_payload ON passages (payload);
  CREATE TABLE IF NOT EXISTS spaces (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    workspace TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL DEFAULT 0,
    merges INTEGER NOT NULL DEFAULT 0,
    next INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE IF NOT EXISTS places (
    space INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    passage INTEGER NOT NULL,
    payload INTEGER NOT NULL,
    number INTEGER NOT NULL,
    language TEXT,
    is_merged INTEGER NOT NULL,
    signs BLOB NOT NULL,
    PRIMARY KEY (space, ordinal)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS places_by_stamp ON places (space, stamp);
  CREATE UNIQUE INDEX IF NOT EXISTS places_of_passage ON places (passage);
  CREATE INDEX IF NOT EXISTS places_of_payload ON places (payload);
  CREATE INDEX IF NOT EXISTS places_unmerged ON places (space) WHERE is_merged = 0;
  CREATE TABLE IF NOT EXISTS gaps (
    space INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    PRIMARY KEY (space, ordinal)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS gaps_by_stamp ON gaps (space, stamp);
  CREATE TABLE IF NOT EXISTS passage_terms (
    passage INTEGER PRIMARY KEY REFERENCES passages ON DELETE CASCADE,
    words BLOB NOT NULL,
    forms BLOB NOT NULL,
    spellings TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS blocks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    space INTEGER NOT NULL,
    number INTEGER NOT NULL,
    UNIQUE (space, number)
  );
  CREATE TABLE IF NOT EXISTS postings (key INTEGER PRIMARY KEY, entries BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS vocabulary (
    space INTEGER NOT NULL,
    word TEXT NOT NULL,
    holders INTEGER NOT NULL,
    PRIMARY KEY (space, word)
  ) WITHOUT ROWID;
`;

/** Words of an older form go; places are made for passages that have none. Their documents are outdated until their words come again. */
const renewal = `
  DROP TABLE IF EXISTS words;
  DROP TABLE IF EXISTS bits;
  DROP TABLE IF EXISTS passage_words;
  DELETE FROM postings;
  DELETE FROM blocks;
  DELETE FROM vocabulary;
  DELETE FROM passage_terms;
  DELETE FROM gaps;
  DELETE FROM places;
  DELETE FROM spaces;
  INSERT INTO spaces (workspace, version, next)
    SELECT workspace, 1, count(*) FROM passages JOIN payloads ON payloads.id = payload GROUP BY workspace;
  INSERT INTO places (space, ordinal, stamp, passage, payload, number, language, is_merged, signs)
    SELECT spaces.id, row_number() OVER (PARTITION BY spaces.id ORDER BY passages.id) - 1, 1,
           passages.id, payload, number, language, 1, vec_quantize_binary(vector)
    FROM passages JOIN payloads ON payloads.id = payload JOIN spaces USING (workspace);
`;

/** Searches read single rows all over the file, which costs half as much where it is mapped into memory. */
const MAPPED_BYTES = 4 * 1024 ** 3;

/** Opens or creates an index file. Several processes of one machine may have it open. */
export function openIndexFile(
  path: string,
  { model, dimensions }: { model: string; dimensions: number },
): DatabaseSync {
  if (dimensions % 8 !== 0)
    throw new RangeError(`${dimensions} dimensions are not a multiple of 8`);
  const database = new DatabaseSync(path, { allowExtension: true, timeout: 10_000 });
  loadVectorFunctions(database);
  database.enableLoadExtension(false);
  database.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
     PRAGMA mmap_size = ${MAPPED_BYTES}`,
  );
  database.exec("BEGIN IMMEDIATE");
  database.exec(schema);
  const about = `${model} ${dimensions}`;
  const found = settled(database, "model", about);
  if (found === about) renew(database);
  database.exec("COMMIT");

  if (found !== about) {
    database.close();
    throw new Error(
      `The index ${path} was built with ${found}, not ${about}: give it another path and index again`,
    );
  }
  return database;
}

function renew(database: DatabaseSync): void {
  const form = String(TERM_FORM);
  const isOlder = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'bits'").get();
  if (!isOlder && settled(database, "words", form) === form) return;
  database.exec(renewal);
  database.prepare("INSERT OR REPLACE INTO about VALUES ('words', ?)").run(form);
}

/** Returns the value of a name, which becomes the given one if there is none. */
function settled(database: DatabaseSync, name: string, value: string): unknown {
  database.prepare("INSERT OR IGNORE INTO about VALUES (?, ?)").run(name, value);
  return database.prepare("SELECT value FROM about WHERE name = ?").get(name)?.value;
}
