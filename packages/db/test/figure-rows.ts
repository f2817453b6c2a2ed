import { queryOnce } from "./fresh-database";

/** The workspaces, people and projects of the rows. */
export const generated = {
  workspaces: ["ws_one", "ws_two"],
  people: [1, 2, 3, 4, 5, 6, 7].map((n) => `usr_${n}`),
  projects: ["prj_open", "prj_secret", "prj_board"],
} as const;

/**
 * Writes two workspaces, whose documents are spread over the changes of clocks in 2025. There are restricted projects, attachments, documents in
 * the trash, corrections, and calls of unknown cost.
 */
export async function writeFigureRows(superuserUrl: string): Promise<void> {
  await queryOnce(
    superuserUrl,
    `
    insert into workspaces (id, name) values ('ws_one', 'One'), ('ws_two', 'Two');
    insert into users (id, email, name) select 'usr_' || n, n || '@example.test', 'Person ' || n from generate_series(1, 7) n;
    insert into memberships (workspace_id, user_id, role)
      select 'ws_one', 'usr_' || n, 'member' from generate_series(1, 7) n union all select 'ws_two', 'usr_1', 'owner';
    insert into groups (id, workspace_id, name) values ('grp_a', 'ws_one', 'A'), ('grp_b', 'ws_one', 'B');
    insert into group_members (group_id, user_id, workspace_id)
      select 'grp_a', 'usr_' || n, 'ws_one' from generate_series(1, 4) n union all
      select 'grp_b', 'usr_' || n, 'ws_one' from generate_series(3, 5) n;
    insert into projects (id, workspace_id, name, is_restricted)
      values ('prj_open', 'ws_one', 'Open', false), ('prj_secret', 'ws_one', 'Secret', true), ('prj_board', 'ws_one', 'Board', true);
    insert into documents (id, workspace_id, title, file_name, media_type, format, size, content_hash, storage_key, access, folder, status,
        stage, type, type_confidence, is_type_corrected, language, page_count, created_at, updated_at, ready_at, trashed_at, uploaded_by_id,
        error_code, personal_kinds, version, source, parent_id)
      select 'doc_' || n, case when n % 5 = 0 then 'ws_two' else 'ws_one' end, 'Paper ' || n, n || '.pdf', 'application/pdf',
             (array['pdf', 'eml', 'docx'])[1 + n % 3], 100 + n, md5(n::text), 'k/' || n,
             case when n % 5 = 0 then '{all,ws}' when n % 7 = 1 then array['all', 'prj_secret', 'usr_' || (1 + n % 7)]
                  when n % 7 = 2 then array['all', 'prj_secret', 'prj_board', 'usr_' || (1 + n % 7)] else '{all,ws}'::text[] end,
             case when n % 4 = 0 then 'Office' end,
             (array['ready', 'ready', 'ready', 'needs_review', 'failed', 'pending', 'processing', 'cancelled'])[1 + n % 8],
             (array['indexed', 'indexed', 'understood', 'indexed', 'read', 'uploaded', 'read', 'uploaded'])[1 + n % 8],
             (array['invoice', 'contract', null, 'letter'])[1 + n % 4], case when n % 4 <> 2 then (n % 100) / 100.0 end, n % 9 = 0,
             (array['en', 'de', null])[1 + n % 3], n % 11,
             timestamptz '2025-03-28 21:17:00Z' + n * interval '13 hours 7 minutes' * (1 + (n % 3) * 0.1), now() - n * interval '1 minute',
             case when n % 8 in (0, 1, 3) then timestamptz '2025-03-28 21:17:00Z' + n * interval '13 hours 7 minutes' * (1 + (n % 3) * 0.1)
               + (n % 50) * interval '1.5 seconds' end,
             case when n % 13 = 0 then now() end, case when n % 17 <> 0 then 'usr_' || (1 + n % 7) end,
             case when n % 8 = 4 then (array['CORRUPT', 'ENCRYPTED'])[1 + n % 2] end, case when n % 6 = 0 then '{email}'::text[] else '{}' end,
             case when n % 19 = 0 then 2 else 1 end, (array['upload', 'api'])[1 + n % 2], case when n % 10 = 3 and n > 20 then 'doc_' || (n - 10) end
        from generate_series(1, 480) n;
    insert into document_versions (id, workspace_id, document_id, number, file_name, size, content_hash, storage_key, created_at)
      select id || '_1', workspace_id, id, 1, file_name, size, content_hash, storage_key, created_at from documents;
    insert into document_projects (document_id, project_id, workspace_id)
      select id, 'prj_open', workspace_id from documents where workspace_id = 'ws_one' and substr(id, 5)::int % 3 = 0 union all
      select id, 'prj_secret', workspace_id from documents where workspace_id = 'ws_one' and 'prj_secret' = any(access) union all
      select id, 'prj_board', workspace_id from documents where workspace_id = 'ws_one' and 'prj_board' = any(access);
    insert into runs (id, workspace_id, document_id, kind, state)
      select 'run_' || substr(id, 5), workspace_id, id, case when size % 4 = 0 then 'reprocess' else 'process' end, 'finished' from documents;
    insert into run_steps (run_id, name, workspace_id, state, attempt, started_at, duration_ms, error_code)
      select r.id, s.name, r.workspace_id, case when d.status = 'failed' and s.name = 'read' then 'failed' else 'finished' end, 1 + d.page_count % 2,
             d.created_at + interval '20 minutes', (d.size * 37) % 4000, d.error_code
        from runs r join documents d on d.id = r.document_id cross join (values ('read'), ('understood')) s(name);
    insert into classification_results (id, workspace_id, document_id, version, release, producer, model, type, confidence, candidates, statements,
        cost_micro, fallback_cause, duration_ms, created_at)
      select 'res_' || substr(id, 5), workspace_id, id, 1, '1', 'local', 'tern-' || page_count % 2, type, type_confidence, '[]', '{}',
             case when page_count % 3 > 0 then size * 10 end, (array[null, null, 'budget', 'redaction'])[1 + size % 4], size * 3, created_at + interval '1 hour'
        from documents;
    insert into labels (id, workspace_id, document_id, field, value, source, by_id, created_at, withdrawn_at)
      select 'lab_' || substr(id, 5), workspace_id, id, case when size % 5 = 0 then 'date' else 'type' end, 'x',
             case when is_type_corrected then 'correction' else 'confirmation' end, 'usr_' || (1 + size % 6), created_at + interval '2 days',
             case when size % 12 = 0 then now() end
        from documents where size % 2 = 0;
    insert into model_calls (id, workspace_id, document_id, user_id, operation, kind, provider, server, model, lane, state, input_tokens,
        output_tokens, cost_micro, latency_ms, error_code, reserved_until, created_at, project_ids)
      select 'mdc_' || substr(id, 5), workspace_id, id, uploaded_by_id, 'processing.understand', 'chat', 'openai', 's', 'tern-' || size % 3, 'live',
             (array['ok', 'ok', 'ok', 'failed', 'aborted', 'refused', 'open'])[1 + size % 7], size, page_count, case when size % 7 < 2 then size * 5 end,
             100 + (size * 91) % 3000, case when size % 7 = 3 then 'REDACTION' end, now(), created_at + interval '5 minutes',
             case when size % 3 = 0 then '{prj_open,prj_board}'::text[] else '{}' end
        from documents;
    insert into usage_events (id, workspace_id, meter, quantity, subject, occurred_at, idempotency_key)
      select 'use_' || substr(id, 5), workspace_id, (array['pages', 'tokens', 'questions', 'apiCalls'])[1 + size % 4], 1 + page_count, id,
             created_at, 'figure:' || id
        from documents;
    insert into search_log (id, workspace_id, user_id, kind, words, results, took_ms, is_declined, opened_rank, created_at)
      select 'slg_' || n, 'ws_one', 'usr_' || (1 + n % 6), (array['search', 'search', 'ask', 'suggestion'])[1 + n % 4], 'secret words ' || n, n % 5,
             (n * 37) % 900, n % 6 = 0, case when n % 3 = 0 then 1 + n % 4 end, timestamptz '2025-03-29 00:10:00Z' + n * interval '17 hours'
        from generate_series(1, 300) n;
    insert into conversations (id, workspace_id, owner_id, scope) values ('cnv_1', 'ws_one', 'usr_1', '{}');
    insert into conversation_turns (id, workspace_id, conversation_id, question, state, document_ids, created_at)
      select 'trn_' || n, 'ws_one', 'cnv_1', 'q', 'done', array['doc_' || n * 3, 'doc_' || n * 4], timestamptz '2025-05-01' + n * interval '1 day'
        from generate_series(1, 40) n;
    insert into answer_ratings (turn_id, user_id, workspace_id, is_helpful, created_at)
      select 'trn_' || n, 'usr_' || (1 + n % 6), 'ws_one', n % 3 > 0, timestamptz '2025-05-01' + n * interval '1 day' from generate_series(1, 40) n;
    insert into document_openings (document_id, user_id, workspace_id)
      select id, 'usr_2', 'ws_one' from documents where workspace_id = 'ws_one' and size % 4 = 0;
    insert into audit_entries (id, workspace_id, actor_kind, actor_id, operation, input, subjects, outcome, created_at)
      select 'aud_' || n, 'ws_one', case when n % 5 = 0 then 'job' else 'user' end, 'usr_' || (1 + n % 6),
             (array['documents.delete-documents', 'projects.update-project', 'members.invite'])[1 + n % 3], '{}', array['doc_' || n],
             (array['ok', 'ok', 'refused', 'failed'])[1 + n % 4], timestamptz '2025-03-29 00:00:00Z' + n * interval '19 hours'
        from generate_series(1, 300) n;
    analyze`,
  );
}
