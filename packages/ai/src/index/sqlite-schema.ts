import { DatabaseSync } from "node:sqlite";

import { load as loadVectorFunctions } from "sqlite-vec";

/**
 * `payloads` has one row for each distinct payload of a document (nearly always one). So a change of access writes a few rows and not
 * every passage. `bits` holds the signs of the vectors, for a quick first pass over wide scopes. `words` keeps no text: the text itself
 * is elsewhere.
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
  CREATE TABLE IF NOT EXISTS passages (
    id INTEGER PRIMARY KEY,
    payload INTEGER NOT NULL REFERENCES payloads ON DELETE CASCADE,
    number INTEGER NOT NULL,
    page INTEGER NOT NULL,
    vector BLOB NOT NULL
  );
  CREATE INDEX IF NOT EXISTS passages_of_payload ON passages (payload);
  CREATE TABLE IF NOT EXISTS bits (
    payload INTEGER NOT NULL REFERENCES payloads ON DELETE CASCADE,
    passage INTEGER NOT NULL,
    signs BLOB NOT NULL,
    PRIMARY KEY (payload, passage)
  ) WITHOUT ROWID;
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    scope, text, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
  );
`;

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
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
  database.exec("BEGIN IMMEDIATE");
  database.exec(schema);
  const about = `${model} ${dimensions}`;
  database.prepare("INSERT OR IGNORE INTO about VALUES ('model', ?)").run(about);
  const found = database.prepare("SELECT value FROM about WHERE name = 'model'").get()?.value;
  database.exec("COMMIT");

  if (found !== about) {
    database.close();
    throw new Error(
      `The index ${path} was built with ${found}, not ${about}: give it another path and index again`,
    );
  }
  return database;
}
