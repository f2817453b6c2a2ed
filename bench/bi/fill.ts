import { Client } from "pg";

import { statement } from "../jobs/server";

/** The workspace that is larger than the others. */
export const LARGE = "ws_large";

/** Writes documents over 90 days: `rows` of many workspaces, and `large` of one, a fifth of them in a restricted project. */
export async function fillFigures(
  superuserUrl: string,
  { rows, workspaces, large }: { rows: number; workspaces: number; large: number },
): Promise<void> {
  const run = (sql: string) => statement(superuserUrl, sql);
  await run("alter table documents disable trigger user");
  const indexes = await dropIndexes(superuserUrl);
  await run(
    `insert into workspaces (id, name) select 'ws_' || n, 'Workspace ' || n from generate_series(0, ${workspaces - 1}) n`,
  );
  await run(`insert into workspaces (id, name) values ('${LARGE}', 'Large')`);
  await run(
    `insert into users (id, email, name) values ('usr_bench', 'bench@example.test', 'Ada')`,
  );
  await run(
    `insert into memberships (workspace_id, user_id, role) values ('${LARGE}', 'usr_bench', 'member')`,
  );
  await run(
    `insert into projects (id, workspace_id, name, is_restricted) values ('prj_secret', '${LARGE}', 'Secret', true)`,
  );
  await run(documentsOf(`'ws_' || n % ${workspaces}`, "doc_a", rows));
  await run(documentsOf(`'${LARGE}'`, "doc_b", large));
  for (const index of indexes) await run(index);
  await run("alter table documents enable trigger user");
  await run("vacuum analyze");
}

/** Drops the indexes of documents but the one of its key, so that filling is quick. Returns the statements that make them again. */
async function dropIndexes(superuserUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string; made: string }>(
    "select indexname as name, indexdef as made from pg_indexes where tablename = 'documents' and indexname <> 'documents_pkey'",
  );
  for (const { name } of rows) await client.query(`drop index "${name}"`);
  await client.end();
  return rows.map(({ made }) => made);
}

function documentsOf(workspace: string, prefix: string, rows: number): string {
  return `insert into documents
      (id, workspace_id, title, file_name, media_type, format, size, content_hash, storage_key, access, status, stage, type, type_confidence,
       language, page_count, created_at, ready_at)
    select '${prefix}' || n, ${workspace}, 'Paper ' || n, n || '.pdf', 'application/pdf', (array['pdf', 'docx', 'eml', 'xlsx'])[1 + n % 4],
           1000 + (n * 7919::bigint) % 5000000, md5(n::text), 'uploads/' || n, case when n % 5 = 0 then '{all,prj_secret}' else '{all,ws}'::text[] end,
           (array['ready', 'ready', 'ready', 'ready', 'needs_review', 'failed', 'pending'])[1 + n % 7],
           (array['indexed', 'indexed', 'indexed', 'indexed', 'indexed', 'read', 'uploaded'])[1 + n % 7],
           (array['invoice', 'contract', 'letter', 'report', 'receipt', 'memo', 'order', null])[1 + (n * 31) % 8],
           (n % 100) / 100.0, (array['en', 'de', 'fr'])[1 + n % 3], 1 + n % 40,
           date_trunc('hour', now()) - (n * 7919::bigint) % (90 * 86400) * interval '1 second', now()
      from generate_series(1, ${rows}) n`;
}
