import { statement } from "../jobs/server";

/** The workspace that the bench measures in, and its field of the kind `list`. */
export const WORKSPACE = "ws_bench";
export const LIST_FIELD = "fld_centre";
export const NUMBER_FIELD = "fld_copies";

/** The values that the list offers. */
const OPTIONS = 30_000;

/** Writes a workspace with so many documents by SQL: types, dates, folders, tags, a project, and two fields with values on half of them. */
export async function fillLibrary(superuserUrl: string, rows: number): Promise<void> {
  const run = (sql: string) => statement(superuserUrl, sql);
  await run(`insert into workspaces (id, name) values ('${WORKSPACE}', 'Bench')`);
  await run(
    `insert into users (id, email, name) values ('usr_bench', 'bench@example.test', 'Ada')`,
  );
  await run(
    `insert into memberships (workspace_id, user_id, role) values ('${WORKSPACE}', 'usr_bench', 'owner')`,
  );
  await run(`insert into documents
      (id, workspace_id, title, file_name, media_type, format, size, content_hash, storage_key, access, folder, status, stage,
       type, type_confidence, language, page_count, created_at, ready_at, dated_on, uploaded_by_id)
    select 'doc_' || lpad(n::text, 9, '0'), '${WORKSPACE}', 'Paper ' || md5(n::text), 'paper-' || n || '.pdf', 'application/pdf', 'pdf',
           1000 + (n * 7919) % 5000000, md5(n::text), 'uploads/' || n, '{all,ws}',
           'Archive/' || (2000 + n % 25) || '/Box ' || (n % 40), 'ready', 'indexed',
           (array['invoice', 'contract', 'letter', 'report', null])[1 + n % 5], (n % 100) / 100.0,
           (array['en', 'de', 'fr'])[1 + n % 3], 1 + n % 90, now() - n * interval '1 minute', now(), date '2026-12-01' - n % 9000, 'usr_bench'
      from generate_series(1, ${rows}) n`);
  await run(
    `insert into projects (id, workspace_id, name) values ('prj_bench', '${WORKSPACE}', 'Move')`,
  );
  await run(`insert into document_projects (document_id, project_id, workspace_id)
    select id, 'prj_bench', '${WORKSPACE}' from documents where page_count % 3 = 0`);
  await run(`insert into tags (id, workspace_id, name)
    select 'tag_' || n, '${WORKSPACE}', 'Tag ' || n from generate_series(1, 50) n`);
  await run(`insert into document_tags (document_id, tag_id, workspace_id)
    select id, 'tag_' || (1 + page_count % 50), '${WORKSPACE}' from documents where page_count % 2 = 0`);
  await run(`insert into custom_fields (id, workspace_id, name, key, kind, position)
    values ('${LIST_FIELD}', '${WORKSPACE}', 'Cost centre', 'cost-centre', 'list', 0),
           ('${NUMBER_FIELD}', '${WORKSPACE}', 'Copies', 'copies', 'number', 1)`);
  await run(`insert into custom_field_options (id, field_id, workspace_id, name)
    select 'opt_' || n, '${LIST_FIELD}', '${WORKSPACE}', 'Centre ' || n from generate_series(1, ${OPTIONS}) n`);
  await run(`insert into custom_field_values (document_id, field_id, workspace_id, text, option_id)
    select id, '${LIST_FIELD}', '${WORKSPACE}', 'Centre ' || (1 + size % ${OPTIONS}), 'opt_' || (1 + size % ${OPTIONS})
      from documents where page_count % 2 = 1`);
  await run(`insert into custom_field_values (document_id, field_id, workspace_id, text, number)
    select id, '${NUMBER_FIELD}', '${WORKSPACE}', (size % 1000)::text, size % 1000 from documents where page_count % 2 = 1`);
  await run("vacuum analyze");
}
