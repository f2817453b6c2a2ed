import { randomUUID } from "node:crypto";

import { queryOnce } from "./fresh-database";

/** Tables that belong to a workspace but have no workspace column. */
const special = ["workspaces", "users"];

/** Lists the tables with a workspace column, and the special ones. */
export async function workspaceTables(superuserUrl: string): Promise<string[]> {
  const rows = await queryOnce<{ table_name: string }>(
    superuserUrl,
    `select table_name from information_schema.columns
     where table_schema = 'public' and column_name = 'workspace_id' order by 1`,
  );
  return [...rows.map((row) => row.table_name), ...special];
}

/** Returns a sentence for each table that PostgreSQL itself does not limit to its workspace. */
export async function unguardedTables(superuserUrl: string): Promise<string[]> {
  const tables = await workspaceTables(superuserUrl);
  const guarded = await queryOnce<{ name: string }>(
    superuserUrl,
    `select c.relname as name from pg_class c
     join pg_policy p on p.polrelid = c.oid and p.polname = 'own_workspace'
     where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and c.relforcerowsecurity
       and p.polroles = array[(select oid from pg_roles where rolname = 'besunny_app')]
       and pg_get_expr(p.polqual, p.polrelid) like '%app.workspace_id%'
       and (p.polcmd = 'r' or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), pg_get_expr(p.polqual, p.polrelid)) like '%app.workspace_id%')
       and not exists (
         select 1 from pg_policy o
          where o.polrelid = c.oid and o.oid <> p.oid and o.polpermissive
            and (o.polroles = array[0::oid] or (select oid from pg_roles where rolname = 'besunny_app') = any(o.polroles))
            and (coalesce(pg_get_expr(o.polqual, o.polrelid), '') || coalesce(pg_get_expr(o.polwithcheck, o.polrelid), '')) not like '%app.workspace_id%')`,
  );
  return tables.filter((table) => !guarded.some(({ name }) => name === table));
}

/** Writes a row into every one of these tables for a new workspace. Returns the workspace's id. */
export async function fillWorkspace(superuserUrl: string): Promise<string> {
  const key = randomUUID().replaceAll("-", "");
  const ws = `ws_${key}`;
  const sql = `
    insert into workspaces (id, name) values ('${ws}', 'Filled');
    insert into users (id, email, name) values ('usr_${key}', '${key}@example.test', 'Ada');
    insert into memberships (workspace_id, user_id, role) values ('${ws}', 'usr_${key}', 'owner');
    insert into invitations (id, workspace_id, email, role, token_hash, invited_by_id, expires_at)
      values ('inv_${key}', '${ws}', 'x@example.test', 'member', '${key}', 'usr_${key}', now());
    insert into api_keys (id, workspace_id, user_id, name, prefix, key_hash)
      values ('key_${key}', '${ws}', 'usr_${key}', 'Script', 'bsk_', '${key}');
    insert into card_fields (workspace_id, type, name, label, kind, meaning, labels, is_on, is_own)
      values ('${ws}', 'invoice', 'cost centre', 'Cost centre', 'text', '', '{cost centre}', true, true);
    insert into sensitivity_rules (id, workspace_id, kind, value, created_by_id) values ('snr_${key}', '${ws}', 'type', 'contract', 'usr_${key}');
    insert into audit_watches (id, workspace_id, name, filter, tells, made_by_id, seen_seq)
      values ('awt_${key}', '${ws}', 'Refusals', '{"outcome": "refused"}', 'nobody', 'usr_${key}', 0);
    insert into workspace_looks (id, workspace_id, admin_id, reason, minutes, is_urgent, asked_at)
      values ('wlk_${key}', '${ws}', 'usr_${key}', 'A fault', 30, false, now());
    insert into sign_in_policies (workspace_id, methods, networks, break_glass_ids) values ('${ws}', '{}', '{}', '{}');
    insert into sso_connections (id, workspace_id, kind, name, issuer, certificates) values ('sso_${key}', '${ws}', 'oidc', 'Mill', 'https://idp.example', '{}');
    insert into sso_domains (connection_id, domain, workspace_id, proof) values ('sso_${key}', 'mill.example', '${ws}', 'x');
    insert into sso_identities (id, workspace_id, connection_id, user_id, issuer, subject)
      values ('idn_${key}', '${ws}', 'sso_${key}', 'usr_${key}', 'https://idp.example', 'one');
    insert into sso_attempts (id, workspace_id, connection_id, mode, state_hash, browser_hash, sealed_secret, return_to, expires_at, ticket_hash, proven)
      values ('sat_${key}', '${ws}', 'sso_${key}', 'sign-in', '${key}', 'browser', '\\x00', '/', now() + interval '1 hour', '${key}', '{}');
    insert into sso_used_ids (connection_id, used_id, workspace_id, expires_at) values ('sso_${key}', 'one', '${ws}', now());
    insert into workspace_keys (workspace_id, version, state, wrapped, kek_id) values ('${ws}', 1, 'active', 'abc', 'local:1');
    insert into file_encryptions (workspace_id, version) values ('${ws}', 1);
    insert into redaction_policies (workspace_id, version, policy, checksum) values ('${ws}', 1, '{}', 'abc');
    insert into provider_rules (workspace_id, host, reason, changed_at) values ('${ws}', 'models.example', 'Ours', now());
    insert into workspace_rates (workspace_id, bucket, points, reason, changed_by_id, changed_at)
      values ('${ws}', 'user', 100, 'A busy script', 'usr_${key}', now());
    insert into projects (id, workspace_id, name) values ('prj_${key}', '${ws}', 'Building');
    insert into project_members (project_id, user_id, workspace_id, role)
      values ('prj_${key}', 'usr_${key}', '${ws}', 'lead');
    insert into documents (id, workspace_id, title, file_name, media_type, size, content_hash, storage_key, access)
      values ('doc_${key}', '${ws}', 'Lease', 'lease.txt', 'text/plain', 1, '${key}', 'uploads/${key}', '{all,ws}');
    insert into webhook_endpoints (id, workspace_id, name, url, events, project_ids, created_by_id)
      values ('whe_${key}', '${ws}', 'n8n', 'https://hooks.example', '{document.ready}', '{}', 'usr_${key}');
    insert into webhook_messages (id, workspace_id, endpoint_id, event, document_id, seq, data, happened_at, created_at)
      values ('msg_${key}', '${ws}', 'whe_${key}', 'document.ready', 'doc_${key}', 1, '{}', now(), now());
    insert into webhook_attempts (message_id, number, workspace_id, at, duration_ms) values ('msg_${key}', 1, '${ws}', now(), 5);
    insert into slack_installs (workspace_id, team_id, team_name, sealed_token) values ('${ws}', 'T${key}', 'Mill', '');
    insert into slack_links (workspace_id, user_id, slack_user) values ('${ws}', 'usr_${key}', 'U${key}');
    insert into inbound_hooks (id, workspace_id, owner_id, name, token_hash, is_signed, takes)
      values ('whi_${key}', '${ws}', 'usr_${key}', 'Scanner', '${key}', true, 'document');
    insert into inbound_deliveries (id, workspace_id, hook_id, remote_id, received_at, size)
      values ('whd_${key}', '${ws}', 'whi_${key}', 'one', now(), 5);
    insert into document_projects (document_id, project_id, workspace_id)
      values ('doc_${key}', 'prj_${key}', '${ws}');
    insert into custom_fields (id, workspace_id, name, key, kind, position)
      values ('fld_${key}', '${ws}', 'Cost centre', 'cost-centre', 'list', 0);
    insert into custom_field_options (id, field_id, workspace_id, name) values ('opt_${key}', 'fld_${key}', '${ws}', '4711');
    insert into custom_field_values (document_id, field_id, workspace_id, text, option_id)
      values ('doc_${key}', 'fld_${key}', '${ws}', '4711', 'opt_${key}');
    insert into document_versions (id, workspace_id, document_id, number, file_name, size, content_hash, storage_key)
      values ('ver_${key}', '${ws}', 'doc_${key}', 1, 'lease.txt', 1, '${key}', 'uploads/${key}');
    insert into metric_rollups (source, workspace_id, dimension, bucket, key, n, total)
      values ('documents', '${ws}', '', '2020-01-01', '', '{1}', '{0}');
    insert into page_texts (document_id, number, workspace_id, kind, width, height, text, quality)
      values ('doc_${key}', 1, '${ws}', 'page', 1, 1, 'The rent', 1);
    insert into passages (document_id, number, workspace_id, text, start, "end", page, at)
      values ('doc_${key}', 0, '${ws}', 'The rent', 0, 8, 1, '{}');
    insert into classification_results (id, workspace_id, document_id, version, release, producer, model, candidates, statements, duration_ms)
      values ('res_${key}', '${ws}', 'doc_${key}', 1, '1', 'local', 'm', '[]', '{}', 1);
    insert into document_facts (document_id, position, workspace_id, name, text, normalised, confidence, evidence)
      values ('doc_${key}', 0, '${ws}', 'rent', 'EUR 12.50', 'EUR 12.50', 1, '[]');
    insert into report_schedules (id, workspace_id, owner_id, title, cron, time_zone, format, range, compare, filters, tiles, channels, recipient_ids, due_at, created_at, changed_at)
      values ('rpt_${key}', '${ws}', 'usr_${key}', 'Weekly', '0 6 * * 1', 'UTC', 'pdf', 'lastWeek', 'none', '[]', '[]', '{inbox}', '{}', now(), now(), now());
    insert into report_runs (id, report_id, workspace_id, state, due_at, format, try_at, created_at)
      values ('rrn_${key}', 'rpt_${key}', '${ws}', 'sent', now(), 'pdf', now(), now());
    insert into groups (id, workspace_id, name) values ('grp_${key}', '${ws}', 'Board');
    insert into group_members (group_id, user_id, workspace_id) values ('grp_${key}', 'usr_${key}', '${ws}');
    insert into document_shares (id, workspace_id, document_id, group_id)
      values ('shr_${key}', '${ws}', 'doc_${key}', 'grp_${key}');
    insert into document_links (id, workspace_id, document_id, token_hash, may_download, expires_at)
      values ('lnk_${key}', '${ws}', 'doc_${key}', '${key}', true, now());
    insert into document_mails (document_id, workspace_id, message_id, sender)
      values ('doc_${key}', '${ws}', 'a@example.com', 'Ann');
    insert into document_comments (id, workspace_id, document_id, author_id, text)
      values ('cmt_${key}', '${ws}', 'doc_${key}', 'usr_${key}', 'Who pays?');
    insert into notices (id, workspace_id, user_id, kind, document_id)
      values ('ntc_${key}', '${ws}', 'usr_${key}', 'share', 'doc_${key}');
    insert into document_openings (document_id, user_id, workspace_id) values ('doc_${key}', 'usr_${key}', '${ws}');
    insert into document_likeness (document_id, workspace_id, text_hash, signature, bands)
      values ('doc_${key}', '${ws}', 'h', '{1}', '{1}');
    insert into entities (id, workspace_id, kind, key, root_id)
      values ('ent_${key}', '${ws}', 'person', 'ada', 'ent_${key}');
    insert into entity_mentions (document_id, entity_id, workspace_id, name, count, confidence, evidence)
      values ('doc_${key}', 'ent_${key}', '${ws}', 'Ada', 1, 1, '[]');
    insert into runs (id, workspace_id, document_id, kind, state)
      values ('run_${key}', '${ws}', 'doc_${key}', 'process', 'queued');
    insert into batches (id, workspace_id, kind, expected_count) values ('bat_${key}', '${ws}', 'upload', 1);
    insert into batch_items (id, workspace_id, batch_id, document_id) values ('itm_${key}', '${ws}', 'bat_${key}', 'doc_${key}');
    insert into run_steps (run_id, name, workspace_id, state) values ('run_${key}', 'read', '${ws}', 'running');
    insert into labels (id, workspace_id, document_id, field, source, by_id)
      values ('lab_${key}', '${ws}', 'doc_${key}', 'type', 'correction', 'usr_${key}');
    insert into document_features (document_id, workspace_id, version, "values", excerpt)
      values ('doc_${key}', '${ws}', '1', '\\x00', 'The rent');
    insert into feature_values (document_id, version, workspace_id, "values") values ('doc_${key}', '1', '${ws}', '{}');
    insert into drift_windows (workspace_id, source, week, state, documents, reference_documents, reference_from, measures,
        estimated_on, labelled, looks, fingerprint, computed_at)
      values ('${ws}', 'upload', '2026-01-05', 'few', 1, 1, '2025-10-06', '[]', 0, 0, 1, '', now());
    insert into drift_examples (workspace_id, source, week, document_id, rank, measure)
      values ('${ws}', 'upload', '2026-01-05', 'doc_${key}', 1, 'language');
    insert into data_issues (id, workspace_id, document_id, kind, severity, source, details, found_at)
      values ('iss_${key}', '${ws}', 'doc_${key}', 'empty_text', 'high', 'upload', '{}', now());
    insert into document_cleanings (id, workspace_id, document_id, kind, params, made_at)
      values ('cln_${key}', '${ws}', 'doc_${key}', 'repair-encoding', '{}', now());
    insert into document_types (id, workspace_id, name, definition, is_own)
      values ('typ_${key}', '${ws}', 'permit', 'A permit', true);
    insert into datasets (id, workspace_id, name, field, version, rule)
      values ('dat_${key}', '${ws}', 'type', 'type', 1, '{}');
    insert into dataset_items (dataset_id, document_id, workspace_id, label, cluster, split)
      values ('dat_${key}', 'doc_${key}', '${ws}', 'invoice', 'c', 'train');
    insert into training_runs (id, workspace_id, kind, seed, state) values ('tra_${key}', '${ws}', 'head', 1, 'done');
    insert into unproposed_documents (document_id, workspace_id) values ('doc_${key}', '${ws}');
    insert into legal_holds (id, workspace_id, name, kind, project_id, reason, released_at)
      values ('hld_${key}', '${ws}', 'Case 12', 'project', 'prj_${key}', 'A lawsuit', now());
    insert into held_documents (hold_id, document_id, workspace_id) values ('hld_${key}', 'doc_${key}', '${ws}');
    insert into restrictions (id, workspace_id, subject, reason, began_at, lifted_at)
      values ('rtn_${key}', '${ws}', '{}', 'A dispute', now(), now());
    insert into restricted_documents (restriction_id, document_id, workspace_id, was) values ('rtn_${key}', 'doc_${key}', '${ws}', '{all}');
    insert into retention_rules (id, workspace_id, name, type, amount, unit, counts_from, trash_days, created_at)
      values ('ret_${key}', '${ws}', 'Invoices', 'invoice', 10, 'years', 'dated', 30, now());
    insert into retention_marks (document_id, workspace_id, rule_id, told_at, trash_at)
      values ('doc_${key}', '${ws}', 'ret_${key}', now(), now());
    insert into privacy_receipts (id, workspace_id, kind, subject, text, key_id, signature, created_at)
      values ('rcp_${key}', '${ws}', 'document', 'doc_gone', '{}', 'k', 's', now());
    insert into receipt_additions (receipt_id, number, workspace_id, text, key_id, signature, created_at)
      values ('rcp_${key}', 1, '${ws}', '{}', 'k', 's', now());
    insert into workspace_exports (id, workspace_id, created_at) values ('wex_${key}', '${ws}', now());
    insert into workspace_departures (id, workspace_id, asked_at, due_at) values ('dep_${key}', '${ws}', now(), now());
    insert into privacy_requests (id, workspace_id, kind, subject, subject_hash, asked_at, due_at)
      values ('prq_${key}', '${ws}', 'access', '{}', 'h', now(), now());
    insert into deletion_checks (workspace_id, document_id, phrases) values ('${ws}', 'doc_${key}', '{}');
    insert into search_log (id, workspace_id, user_id, kind, words, results, took_ms)
      values ('slg_${key}', '${ws}', 'usr_${key}', 'search', 'rent', 1, 10);
    insert into views (id, workspace_id, owner_id, name, query, place, sort)
      values ('viw_${key}', '${ws}', 'usr_${key}', 'Leases', 'type:contract', 'library', 'newest');
    insert into view_habits (view_id, user_id, workspace_id) values ('viw_${key}', 'usr_${key}', '${ws}');
    insert into library_layouts (workspace_id, user_id, columns, density, look)
      values ('${ws}', 'usr_${key}', '{type}', 'compact', 'table');
    insert into first_steps (workspace_id, user_id) values ('${ws}', 'usr_${key}');
    insert into notice_settings (workspace_id, user_id) values ('${ws}', 'usr_${key}');
    insert into notice_mails (id, workspace_id, user_id, token_hash, subject)
      values ('nml_${key}', '${ws}', 'usr_${key}', '${key}', 'News');
    insert into visits (workspace_id, user_id, seen_at) values ('${ws}', 'usr_${key}', now());
    insert into tags (id, workspace_id, name) values ('tag_${key}', '${ws}', 'To pay');
    insert into document_tags (document_id, tag_id, workspace_id) values ('doc_${key}', 'tag_${key}', '${ws}');
    insert into conversations (id, workspace_id, owner_id, scope)
      values ('cnv_${key}', '${ws}', 'usr_${key}', '{}');
    insert into releases (id, workspace_id, number, parts, checksum) values ('rel_${key}', '${ws}', 1, '{}', 'one');
    insert into release_roles (workspace_id, role, release_id) values ('${ws}', 'champion', 'rel_${key}');
    insert into release_changes (id, workspace_id, release_id, kind) values ('rch_${key}', '${ws}', 'rel_${key}', 'first');
    insert into evaluations (id, workspace_id, release_id, dataset_id, dataset_checksum, state, seed)
      values ('evl_${key}', '${ws}', 'rel_${key}', 'dat_${key}', 'one', 'done', 1);
    insert into evaluation_items (evaluation_id, document_id, workspace_id, label, cluster, confidence, took_us, source)
      values ('evl_${key}', 'doc_${key}', '${ws}', 'contract', 'one', 1, 1, 'upload');
    insert into experiments (id, workspace_id, kind, champion_id, challenger_id, share, alpha, expected, minimum, guardrails, promotes_itself, state)
      values ('exp_${key}', '${ws}', 'shadow', 'rel_${key}', 'rel_${key}', 1, 0.05, 1000, 100, '{}', false, 'running');
    insert into experiment_units (experiment_id, document_id, workspace_id, cluster, arm, took_ms)
      values ('exp_${key}', 'doc_${key}', '${ws}', 'one', 'champion', 1);
    insert into shadow_results (experiment_id, document_id, workspace_id, took_ms) values ('exp_${key}', 'doc_${key}', '${ws}', 1);
    insert into experiment_looks (experiment_id, number, workspace_id, counts) values ('exp_${key}', 1, '${ws}', '{}');
    insert into conversation_turns (id, workspace_id, conversation_id, question, state)
      values ('trn_${key}', '${ws}', 'cnv_${key}', 'Who pays?', 'done');
    insert into answer_ratings (turn_id, user_id, workspace_id, is_helpful)
      values ('trn_${key}', 'usr_${key}', '${ws}', true);
    insert into model_calls (id, workspace_id, document_id, operation, kind, provider, server, model, lane, state, reserved_until, created_at)
      values ('mdc_${key}', '${ws}', 'doc_${key}', 'answers.ask', 'answer', 'openai', 'https://models.example/v1', 'tern-1', 'live', 'ok', now(), now());
    insert into budgets (id, workspace_id, subject_kind, subject_id, period, amount_micro)
      values ('bud_${key}', '${ws}', 'workspace', '', 'month', 1000000);
    insert into budget_windows (budget_id, starts_at, workspace_id, spent_micro) values ('bud_${key}', now(), '${ws}', 1);
    insert into spending_rules (workspace_id) values ('${ws}');
    insert into dashboards (id, workspace_id, owner_id, visibility, title, content)
      values ('dsh_${key}', '${ws}', 'usr_${key}', 'workspace', 'Invoices', '{}');
    insert into dashboard_versions (dashboard_id, version, workspace_id, title, description, content, made_at)
      values ('dsh_${key}', 1, '${ws}', 'Invoices', '', '{}', now());
    insert into dashboard_shares (id, dashboard_id, workspace_id, token_hash, expires_at)
      values ('dsl_${key}', 'dsh_${key}', '${ws}', '${key}', now());
    insert into automations (id, workspace_id, name, owner_id, draft)
      values ('atm_${key}', '${ws}', 'Invoices', 'usr_${key}', '{}');
    insert into automation_versions (automation_id, number, workspace_id, definition, schema_version, made_at)
      values ('atm_${key}', 1, '${ws}', '{}', 1, now());
    insert into automation_runs (id, workspace_id, automation_id, version, document_id, trigger_kind)
      values ('arn_${key}', '${ws}', 'atm_${key}', 1, 'doc_${key}', 'document.ready');
    insert into automation_firings (automation_id, document_id, document_version, trigger_key, workspace_id, at)
      values ('atm_${key}', 'doc_${key}', 1, 'document.ready', '${ws}', now());
    insert into automation_changes (run_id, node, document_id, workspace_id, position, action, plan, is_reversible, done_at)
      values ('arn_${key}', 'tag', 'doc_${key}', '${ws}', 0, 'add-tags', '{}', true, now());
    insert into automation_rehearsals (id, workspace_id, automation_id, definition, filter, at, asked_by_id, counts)
      values ('arh_${key}', '${ws}', 'atm_${key}', '{}', '{}', now(), 'usr_${key}', '{}');
    insert into rehearsal_rows (rehearsal_id, position, workspace_id, document_id, truth, trace, lines, conflicts, marks, fingerprint)
      values ('arh_${key}', 0, '${ws}', 'doc_${key}', 'yes', '[]', '[]', '[]', '{}', '');
    insert into approvals (id, workspace_id, automation_id, run_id, node, document_id, question, asked, needed, until, on_timeout, allow_self, snapshot, created_at)
      values ('apr_${key}', '${ws}', 'atm_${key}', 'arn_${key}', 'ask', 'doc_${key}', 'Pay?', '{}', 1, now(), 'reject', false, '{}', now());
    insert into approval_votes (approval_id, user_id, workspace_id, vote, via, at)
      values ('apr_${key}', 'usr_${key}', '${ws}', 'approve', 'web', now());
    insert into connections (id, workspace_id, provider, kind, account_subject, account_address, scopes, consented_at, state, owner_id, created_at)
      values ('con_${key}', '${ws}', 'google', 'personal', 'ada', 'ada@example.test', '{}', now(), 'ok', 'usr_${key}', now());
    insert into sources (id, workspace_id, connection_id, kind, root_ref, root_key, path, name, rules, visibility, project_ids, state, due_at, every_seconds, created_at)
      values ('src_${key}', '${ws}', 'con_${key}', 'drive', '{}', '{}', '{}', 'Contracts', '{}', 'owner', '{}', 'live', now(), 900, now());
    insert into source_items (source_id, external_id, workspace_id, generation, parent_ids, name, media_type, revision, modified_at, state, seen_at, changed_at)
      values ('src_${key}', 'one', '${ws}', 1, '{}', 'lease.txt', 'text/plain', '1', now(), 'waiting', now(), now());
    insert into source_looks (id, source_id, workspace_id, kind, began_at) values ('lok_${key}', 'src_${key}', '${ws}', 'listing', now());
    insert into source_watches (source_id, workspace_id, remote_id, hook_hash, expires_at, renew_at, renewed_at)
      values ('src_${key}', '${ws}', 'channel', '${key}', now(), now(), now());
    insert into oauth_attempts (state_hash, workspace_id, user_id, session_id, provider, kind, sealed_verifier, scopes, return_to, created_at, expires_at)
      values ('${key}', '${ws}', 'usr_${key}', 'ses_1', 'google', 'personal', '\\x00', '{}', '/sources', now(), now());
    insert into hook_endpoints (token_hash, workspace_id, kind, ref, secret_hash, created_at)
      values ('${key}', '${ws}', 'google', 'src_${key}', 'hash', now());
    insert into hook_deliveries (id, workspace_id, token_hash, remote_id, received_at, outcome)
      values ('hkd_${key}', '${ws}', '${key}', 'one', now(), 'looked');
    insert into calendar_events (source_id, external_id, workspace_id, began_at, ended_at, is_all_day, title, is_private, attendees, attachments, state)
      values ('src_${key}', 'one', '${ws}', now(), now(), false, 'Board', false, '[]', '[]', 'planned');
    insert into meetings (id, workspace_id, document_id, title, model_key, producer, understood_at)
      values ('mtg_${key}', '${ws}', 'doc_${key}', 'Weekly', 'model', '{}', now());
    insert into meeting_speakers (meeting_id, number, workspace_id, name, is_generic, labels, turns, words)
      values ('mtg_${key}', 1, '${ws}', 'Ann', false, '{Ann}', 1, 2);
    insert into meeting_turns (meeting_id, number, workspace_id, is_time_guessed, span_start, span_end)
      values ('mtg_${key}', 1, '${ws}', false, 0, 1);
    insert into meeting_findings (id, workspace_id, meeting_id, kind, position, text, confidence, evidence)
      values ('fnd_${key}', '${ws}', 'mtg_${key}', 'topic', 0, 'Rent', 1, '[]');
    insert into action_items (id, workspace_id, meeting_id, document_id, text, state, updated_at)
      values ('act_${key}', '${ws}', 'mtg_${key}', 'doc_${key}', 'Pay', 'draft', now());
    insert into decisions (id, workspace_id, meeting_id, document_id, text, confidence, evidence)
      values ('dec_${key}', '${ws}', 'mtg_${key}', 'doc_${key}', 'We pay', 1, '[]');
    insert into meeting_documents (meeting_id, document_id, workspace_id, reason, confidence)
      values ('mtg_${key}', 'doc_${key}', '${ws}', 'named', 1);
    insert into briefs (workspace_id, user_id, source_id, external_id, content, checksum, made_at)
      values ('${ws}', 'usr_${key}', 'src_${key}', 'one', '{}', 'x', now());
    insert into meeting_settings (workspace_id, changed_at) values ('${ws}', now());
    insert into meeting_wishes (workspace_id, user_id) values ('${ws}', 'usr_${key}');
    insert into source_people (workspace_id, connection_id, address, user_id, proven_by, at)
      values ('${ws}', 'con_${key}', 'ada@example.test', 'usr_${key}', 'admin', now());
    insert into source_grants (workspace_id, connection_id, grants_key, kind, value) values ('${ws}', 'con_${key}', 'one', 'user', 'ada@example.test');
    insert into source_groups (workspace_id, connection_id, group_ref, addresses, fetched_at) values ('${ws}', 'con_${key}', 'board', '{}', now());
    insert into happenings (workspace_id, event_id, name, data, at) values ('${ws}', 'evt_${key}', 'document.ready', '{}', now());
    insert into feature_flags (key, is_on, percentage, changed_at) values ('flag_${key}', true, 100, now());
    insert into feature_flag_workspaces (key, workspace_id, is_on) values ('flag_${key}', '${ws}', false);
    insert into idempotency_keys (workspace_id, actor_id, key, fingerprint) values ('${ws}', 'usr_${key}', '${key}', 'x');
    insert into outbox (id, workspace_id, name, data) values ('evt_${key}', '${ws}', 'test/event', '{}');
    insert into workspace_limits (workspace_id, meter, hard) values ('${ws}', 'pages', 1000);
    insert into billing_accounts (workspace_id, plan_id) values ('${ws}', 'pln_unlimited');
    insert into quota_reservations (workspace_id, meter, subject, starts_at, quantity, expires_at)
      values ('${ws}', 'pages', 'doc_${key}', '2026-01-01', 1, now());
    insert into quota_requests (id, workspace_id, meter, wanted, reason, asked_by_id, asked_at)
      values ('qrq_${key}', '${ws}', 'pages', 2000, 'More contracts', 'usr_${key}', now());
    insert into invoices (id, workspace_id, number, plan_name, starts_at, ends_at, currency, total_minor, lines, issued_at)
      values ('bil_${key}', '${ws}', '1', 'Team', '2026-01-01', '2026-02-01', 'EUR', 0, '[]', now());
    insert into usage_deliveries (workspace_id, identifier, meter, quantity, occurred_at) values ('${ws}', 'pages:${key}', 'pages', 1, now());
    insert into billing_comparisons (workspace_id, meter, starts_at, ours, theirs, looked_at) values ('${ws}', 'pages', '2026-01-01', 1, 1, now());
    insert into audit_entries (id, workspace_id, actor_kind, actor_id, operation, input)
      values ('aud_${key}', '${ws}', 'user', 'usr_${key}', 'document.read', '{}');
    delete from quota_periods where workspace_id = '${ws}' and meter <> 'seats';
    alter table usage_events disable trigger usage_events_append_only;
    delete from usage_events where workspace_id = '${ws}' and meter <> 'seats';
    alter table usage_events enable trigger usage_events_append_only;
    delete from rollup_marks a using rollup_marks b where a.workspace_id = '${ws}' and b.workspace_id = '${ws}' and a.id > b.id;`;
  await queryOnce(superuserUrl, sql);
  return ws;
}

/** Returns the number of rows that besunny_app can read in a table as a workspace (or as none), and how many belong to others. */
export async function readAs(
  appUrl: string,
  workspaceId: string | null,
  table: string,
): Promise<{ count: number; others: number }> {
  const url = new URL(appUrl);
  if (workspaceId) url.searchParams.set("options", `-c app.workspace_id=${workspaceId}`);
  const key = (workspaceId ?? "none").replace("ws_", "");
  const isOther =
    table === "workspaces"
      ? `id <> '${workspaceId ?? ""}'`
      : table === "users"
        ? `id <> 'usr_${key}'`
        : `workspace_id <> '${workspaceId ?? ""}'`;
  const columns = table === "users" ? "id" : "*";
  const [row] = await queryOnce<{ count: number; others: number }>(
    url.toString(),
    `select count(*)::int as count, count(*) filter (where ${isOther})::int as others
     from (select ${columns} from "${table}") as seen`,
  );
  return row ?? { count: 0, others: 0 };
}

/** Returns the tables in which one workspace can read a row of another. */
export async function leaks(
  appUrl: string,
  workspaceId: string,
  tables: readonly string[],
): Promise<string[]> {
  const seen = await Promise.all(
    tables.map(async (table) => ({ table, ...(await readAs(appUrl, workspaceId, table)) })),
  );
  return seen.filter(({ others }) => others > 0).map(({ table }) => table);
}
