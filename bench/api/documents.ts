import type { Client } from "pg";

export type People = { workspaceId: string; ownerId: string; memberIds: string[] };

const types = ["contract", "invoice", "letter", "meeting minutes", "report", "policy", "quote"];
const titles = [
  "Lease of %s House",
  "Invoice to %s Ltd",
  "Letter to the council of %s",
  "Minutes of the %s board",
  "Annual report of %s Energy",
  "Travel policy of %s",
  "Quote for the roof of %s School",
];
const places = ["Harbour", "Mill", "Orchard", "Station", "Castle", "Garden", "Market", "Abbey"];
const OPEN_PROJECTS = 8;
const RESTRICTED_PROJECTS = 2;

/**
 * Adds documents to a workspace by statements over all rows, as the superuser. One of twenty came in another, one of fifty is in the trash,
 * one of ten is in a restricted project only. What is understood of them, and their passages, are copies of those that are there already.
 * Returns the id of the project that holds the `archive` further documents.
 */
export async function addDocuments(
  client: Client,
  people: People,
  { documents, archive }: { documents: number; archive: number },
): Promise<string> {
  const { workspaceId, memberIds } = people;
  await client.query("begin");
  await client.query("select set_config('bench.workspace', $1, true)", [workspaceId]);
  await client.query(projects, [memberIds, OPEN_PROJECTS, RESTRICTED_PROJECTS]);
  await client.query(generated, [documents, archive, memberIds, types, titles, places]);
  for (const statement of filled) await client.query(statement);
  await client.query("commit");
  const { rows } = await client.query<{ id: string }>(
    "select id from projects where workspace_id = $1 and name = 'Archive'",
    [workspaceId],
  );
  return rows[0]?.id ?? "";
}

const ws = "current_setting('bench.workspace')";

const projects = `
  with given as (
    select 'Building ' || n as name, n > $2::int as is_restricted from generate_series(1, $2::int + $3::int) n
    union all select 'Archive', false
  ), made as (
    insert into projects (id, workspace_id, name, is_restricted, created_by_id)
    select 'prj_' || md5(${ws} || name), ${ws}, name, is_restricted, ($1::text[])[1] from given
    returning id, is_restricted
  )
  insert into project_members (project_id, user_id, workspace_id, role)
  select made.id, member, ${ws}, case when place = 1 then 'lead' else 'contributor' end
    from made, unnest($1::text[]) with ordinality as m (member, place)
   where place <= 5`;

/** `file` is the number of the file that a document came in, or its own; all of a file are filed and seen as one. */
const generated = `
  create temporary table generated on commit drop as
  with numbered as (
    select n, case when n % 20 = 0 then n - 1 else n end as file, false as is_archived from generate_series(1, $1::int) n
    union all
    select n, n, true from generate_series($1::int + 1, $1::int + $2::int) n
  ), filed as (
    select *, ($3::text[])[1 + file % cardinality($3::text[])] as uploader,
      case when is_archived then 'Archive'
           when file % 10 < 4 then 'Building ' || 1 + file % ${OPEN_PROJECTS}
           when file % 10 = 4 then 'Building ' || ${OPEN_PROJECTS + 1} + (file / 10) % ${RESTRICTED_PROJECTS} end as project
      from numbered
  )
  select f.n,
    'doc_' || md5(${ws} || f.n) as id,
    case when f.file <> f.n then 'doc_' || md5(${ws} || f.file) end as parent_id,
    replace(($5::text[])[1 + f.n % cardinality($5::text[])], '%s', ($6::text[])[1 + f.n % cardinality($6::text[])]) || ' ' || f.n as title,
    ($4::text[])[1 + f.n % cardinality($4::text[])] as type,
    f.uploader, p.id as project_id,
    case when p.is_restricted then array['all', f.uploader, p.id] else array['all', 'ws', f.uploader] end as access,
    timestamptz '2026-11-01' - make_interval(secs => f.n * 63072000.0 / ($1::int + $2::int)) as created_at
  from filed f left join projects p on p.workspace_id = ${ws} and p.name = f.project`;

const samples = `
  samples as (
    select row_number() over (order by d.title) - 1 as place, count(*) over () as number, d.id
      from documents d join classification_results r on r.document_id = d.id
     where d.workspace_id = ${ws}
  )`;

const filled = [
  `insert into documents (id, workspace_id, title, file_name, media_type, format, size, content_hash, storage_key, status, stage, type,
     type_confidence, language, page_count, access, parent_id, uploaded_by_id, created_at, updated_at, typed_at, ready_at, trashed_at,
     error_code, error_message, error_remedy)
   select id, ${ws}, title, replace(lower(title), ' ', '-') || '.pdf', 'application/pdf', 'pdf', 20000 + n, md5(id) || md5(title),
     'originals/' || id, case when n % 25 = 0 then 'failed' else 'ready' end, case when n % 25 = 0 then 'read' else 'indexed' end,
     case when n % 25 > 0 then type end, case when n % 25 > 0 then 0.9 end, (array['en', 'en', 'en', 'de', 'fr'])[1 + n % 5], 1 + n % 12,
     access, parent_id, uploader, created_at, created_at, created_at, case when n % 25 > 0 then created_at end,
     case when n % 50 = 7 then created_at end, case when n % 25 = 0 then 'EMPTY' end, case when n % 25 = 0 then 'There is no text in it' end,
     case when n % 25 = 0 then 'Send a file with text' end
   from generated order by n`,
  `insert into document_projects (document_id, project_id, workspace_id)
   select id, project_id, ${ws} from generated where project_id is not null`,
  `insert into document_versions (id, workspace_id, document_id, number, file_name, size, content_hash, storage_key, created_by_id)
   select id || '_1', ${ws}, id, 1, replace(lower(title), ' ', '-') || '.pdf', 20000 + n, md5(id) || md5(title), 'originals/' || id, uploader
   from generated`,
  `insert into runs (id, workspace_id, document_id, kind, state, created_at, finished_at)
   select 'run_' || md5(id), ${ws}, id, 'process', case when n % 25 = 0 then 'failed' else 'finished' end, created_at, created_at from generated`,
  `with ${samples}
   insert into classification_results
   select (jsonb_populate_record(r, jsonb_build_object('id', 'res_' || md5(g.id), 'document_id', g.id))).*
     from generated g join samples s on s.place = g.n % s.number join classification_results r on r.document_id = s.id
    where g.n % 25 > 0`,
  `with ${samples}
   insert into passages
   select (jsonb_populate_record(p, jsonb_build_object('document_id', g.id))).*
     from generated g join samples s on s.place = g.n % s.number join passages p on p.document_id = s.id
    where g.n % 25 > 0`,
];
