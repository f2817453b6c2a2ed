import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";

import type { IndexedPassage } from "@besunny/ai/index/passage-index";
import { createSqliteIndex } from "@besunny/ai/index/sqlite-index";
import { Client } from "pg";

import { superuserUrl, type Workspace } from "../api/workspace";
import { chanceOf } from "../layouts/chance";
import { sentencesOfDocs } from "../product/three-page-pdf";

const PASSAGES = 3;
const SENTENCES = 4;
const AT_ONCE = 500;

type Row = {
  id: string;
  type: string | null;
  status: string;
  language: string | null;
  created_at: Date;
  access: string[];
  projects: string[];
};

/**
 * Writes passages for the documents that SQL made, of sentences in an order that chance decides, in PostgreSQL and in the index.
 * Their vectors are chance, too: a search compares as many as it would of real ones. Returns the number of passages.
 */
export async function fillIndex(dataDirectory: string, { id }: Workspace): Promise<number> {
  const client = new Client({ connectionString: await superuserUrl(dataDirectory) });
  await client.connect();
  const index = openIndex(dataDirectory);
  try {
    const { rows } = await client.query<Row>(documents, [id]);
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const part = rows.slice(from, from + AT_ONCE);
      const texts = part.map((_, place) => textsOf(from + place));
      await client.query("delete from passages where document_id = any($1) and number >= $2", [
        part.map((row) => row.id),
        PASSAGES,
      ]);
      await client.query(passages, [
        part.flatMap((row) => Array<string>(PASSAGES).fill(row.id)),
        part.flatMap(() => Array.from({ length: PASSAGES }, (_, number) => number)),
        texts.flat(),
        id,
      ]);
      for (const [place, row] of part.entries())
        await index.replaceDocument(id, row.id, indexed(row, texts[place] ?? [], index.dimensions));
    }
    await client.query("vacuum analyze passages");
    return rows.length * PASSAGES;
  } finally {
    await index.close();
    await client.end();
  }
}

const documents = `
  select d.id, d.type, d.status, d.language, d.created_at, d.access,
         coalesce((select array_agg(project_id) from document_projects p where p.document_id = d.id), '{}') as projects
    from documents d
   where d.workspace_id = $1 and d.status = 'ready' and d.storage_key = 'originals/' || d.id
   order by d.id`;

const passages = `
  insert into passages
  select (jsonb_populate_record(p, jsonb_build_object('document_id', given.document_id, 'number', given.number, 'text', words,
           'start', given.number * 1000, 'end', given.number * 1000 + length(words)))).*
    from unnest($1::text[], $2::int[], $3::text[]) as given (document_id, number, words),
         passages p
   where (p.document_id, p.number) =
         (select document_id, number from passages where workspace_id = $4 order by document_id, number limit 1)
  on conflict (document_id, number) do update set text = excluded.text, start = excluded.start, "end" = excluded."end"`;

/** The words of a document: its lease, and prose of which no two are the same. */
export function textsOf(n: number): string[] {
  const chance = chanceOf(n + 1);
  const known = sentencesOfDocs();
  return Array.from({ length: PASSAGES }, (_, number) => {
    const prose = Array.from(
      { length: SENTENCES },
      () => known[chance.whole(0, known.length - 1)] ?? "",
    );
    return `${number === 0 ? `Lease ${n} of the house at ${n} Harbour Road. ` : ""}${prose.join(" ")}`;
  });
}

function indexed(row: Row, texts: readonly string[], dimensions: number): IndexedPassage[] {
  return texts.map((text, number) => ({
    documentId: row.id,
    number,
    text,
    vector: unitVector(dimensions),
    payload: {
      projectIds: row.projects,
      access: row.access,
      type: row.type,
      status: row.status,
      language: row.language,
      createdAt: row.created_at.toISOString(),
      page: number + 1,
    },
  }));
}

function unitVector(dimensions: number): Float32Array {
  const vector = Float32Array.from({ length: dimensions }, () => Math.random() - 0.5);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function openIndex(dataDirectory: string) {
  const folder = join(dataDirectory, "index");
  const file = readdirSync(folder).find((name) => name.endsWith(".sqlite"));
  if (!file) throw new Error(`There is no index in ${folder}`);
  const path = join(folder, file);
  const database = new DatabaseSync(path, { readOnly: true });
  const about = database.prepare("select value from about where name = 'model'").get()?.value;
  database.close();
  const [, model, dimensions] = /^(.+) (\d+)$/.exec(String(about)) ?? [];
  if (!model) throw new Error(`${path} does not say which model it is of`);
  const workerEntry = resolve("packages/ai/src/index/sqlite-worker.ts");
  const index = createSqliteIndex({ path, dimensions: Number(dimensions), model, workerEntry });
  return { ...index, dimensions: Number(dimensions) };
}

/** A query that nobody asked before, so that no answer to it is kept anywhere. */
export function freshQuery(n: number): string {
  const words = textsOf(n % 9_000)
    .join(" ")
    .split(" ");
  return `${words.slice(6, 11).join(" ")} ${randomUUID().slice(0, 4)}`.replaceAll(
    /[^\p{L}\p{N} ]/gu,
    " ",
  );
}
