const docs = "documents d where d.trashed_at is null";
const during = (at: string) => `${at} >= $1 and ${at} < $2`;
const of = (column: string) => `($3::text is null or ${column} = $3)`;
const p = (share: number, value: string) =>
  `percentile_cont(${share}) within group (order by ${value})`;

const ofDocuments = (value: string, where = "true", from = docs) =>
  `select ${value} as value from ${from} and ${during("d.created_at")} and ${of("d.workspace_id")} and ${where}`;
const standing = (value: string, where: string) =>
  `select ${value} as value from documents d where ${of("d.workspace_id")} and ${where} and $1::timestamptz < $2::timestamptz`;
const ofStages = (value: string, where: string) =>
  `select ${value} as value from run_steps where ${during("started_at")} and ${of("workspace_id")} and ${where}`;
const ofRows = (table: string, value: string, where = "true") =>
  `select ${value} as value from ${table} where ${during("created_at")} and ${of("workspace_id")} and ${where}`;
const counted = (meter: string) =>
  `select coalesce(sum(quantity), 0) as value from usage_events where meter = '${meter}' and ${during("occurred_at")} and ${of("workspace_id")}`;
const readyTimes = (share: number) =>
  `select ${p(share, "extract(epoch from d.ready_at - d.created_at)")} * 1000 as value from ${docs} and d.version = 1
    and ${during("d.ready_at")} and ${of("d.workspace_id")}`;

/** Every measure as somebody would ask PostgreSQL for it: from `$1` until before `$2`, of the workspace `$3` or of all. */
export const byHand: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  documents: {
    received: ofDocuments("count(*)"),
    ready: ofDocuments("count(*)", "d.status = any('{ready,needs_review}')"),
    failed: ofDocuments("count(*)", "d.status = 'failed'"),
    failedShare: ofDocuments(
      "count(*) filter (where d.status = 'failed')::float8 / nullif(count(*), 0)",
    ),
    unfinished: ofDocuments("count(*)", "d.status = any('{pending,processing}')"),
    open: standing("count(*)", "d.trashed_at is null and d.status = any('{pending,processing}')"),
    toReview: standing("count(*)", "d.trashed_at is null and d.status = 'needs_review'"),
    inTrash: standing("count(*)", "d.trashed_at is not null"),
    held: standing("count(*)", "d.trashed_at is null"),
    pages: ofDocuments("coalesce(sum(d.page_count), 0)"),
    bytes: ofDocuments("coalesce(sum(d.size), 0)"),
    toReadyMedian: readyTimes(0.5),
    toReadySlowest: readyTimes(0.95),
    read: ofDocuments("count(*)", "d.stage <> 'uploaded'"),
    understood: ofDocuments("count(*)", "d.stage not in ('uploaded', 'read')"),
    indexed: ofDocuments("count(*)", "d.stage = 'indexed'"),
    opened: ofDocuments("count(*)", "d.id in (select document_id from document_openings)"),
    cited: ofDocuments("count(*)", "d.id in (select unnest(document_ids) from conversation_turns)"),
    changedByPeople: ofDocuments("avg(case when d.is_type_corrected then 1.0 else 0 end)"),
    confidence: ofDocuments("avg(d.type_confidence)"),
    personal: ofDocuments("count(*)", "d.personal_kinds <> '{}'"),
    uploaders: ofDocuments("count(distinct d.uploaded_by_id)"),
  },
  stages: {
    median: ofStages(p(0.5, "duration_ms"), "state = 'finished'"),
    slowest: ofStages(p(0.95, "duration_ms"), "state = 'finished'"),
    finished: ofStages("count(*)", "state = 'finished'"),
    failed: ofStages("count(*)", "state = 'failed'"),
    again: ofStages("count(*)", "attempt >= 2"),
  },
  results: {
    made: ofRows("classification_results", "count(*)"),
    confidence: ofRows("classification_results", "avg(confidence)"),
    abstained: ofRows(
      "classification_results",
      "(count(*) - count(type))::float8 / nullif(count(*), 0)",
    ),
    degraded: ofRows("classification_results", "count(fallback_cause)"),
    withheld: ofRows("classification_results", "count(*)", "fallback_cause = 'redaction'"),
    cost: ofRows("classification_results", "coalesce(sum(cost_micro), 0)"),
    costUnknown: ofRows("classification_results", "count(*) - count(cost_micro)"),
    slowest: ofRows("classification_results", p(0.95, "duration_ms")),
  },
  calls: {
    made: ofRows("model_calls", "count(*)"),
    failed: ofRows("model_calls", "count(*)", "(state = 'failed' or state = 'aborted')"),
    failedShare: ofRows(
      "model_calls",
      "avg(case when state = 'failed' or state = 'aborted' then 1.0 else 0 end)",
      "state <> 'open' and state <> 'refused'",
    ),
    refused: ofRows("model_calls", "count(*)", "state = 'refused'"),
    withheld: ofRows("model_calls", "count(*)", "error_code = 'REDACTION'"),
    cost: ofRows("model_calls", "coalesce(sum(cost_micro), 0)"),
    costUnknown: ofRows("model_calls", "count(*) - count(cost_micro)", "state <> 'open'"),
    inputTokens: ofRows("model_calls", "coalesce(sum(input_tokens), 0)"),
    outputTokens: ofRows("model_calls", "coalesce(sum(output_tokens), 0)"),
    slowest: ofRows("model_calls", p(0.95, "latency_ms"), "state = 'ok'"),
  },
  labels: {
    written: ofRows("labels", "count(*)", "withdrawn_at is null"),
    confirmed: ofRows(
      "labels",
      "avg(case source when 'confirmation' then 1.0 else 0 end)",
      "withdrawn_at is null and field = 'type'",
    ),
    corrected: ofRows(
      "labels",
      "avg(case source when 'correction' then 1.0 else 0 end)",
      "withdrawn_at is null and field = 'type'",
    ),
    people: ofRows("labels", "count(distinct by_id)", "withdrawn_at is null"),
  },
  searches: {
    searched: ofRows("search_log", "count(*)", "kind = 'search'"),
    empty: ofRows("search_log", "count(*)", "kind = 'search' and results = 0"),
    emptyShare: ofRows(
      "search_log",
      "avg(case results when 0 then 1.0 else 0 end)",
      "kind = 'search'",
    ),
    openedShare: ofRows(
      "search_log",
      "count(opened_rank)::float8 / nullif(count(*), 0)",
      "kind = 'search'",
    ),
    rank: ofRows("search_log", "avg(1.0 / opened_rank)"),
    slowest: ofRows("search_log", p(0.95, "took_ms"), "kind = 'search'"),
    asked: ofRows("search_log", "count(*)", "kind = 'ask'"),
    declinedShare: ofRows("search_log", "avg(is_declined::int)", "kind = 'ask'"),
    askedSlowest: ofRows("search_log", p(0.95, "took_ms"), "kind = 'ask'"),
    searchers: ofRows("search_log", "count(distinct user_id)", "kind = 'search'"),
    askers: ofRows("search_log", "count(distinct user_id)", "kind = 'ask'"),
  },
  ratings: {
    given: ofRows("answer_ratings", "count(*)"),
    helpful: ofRows("answer_ratings", "avg(is_helpful::int)"),
  },
  audit: {
    written: ofRows("audit_entries", "count(*)"),
    refused: ofRows("audit_entries", "count(*)", "outcome = 'refused'"),
    deleted: ofRows(
      "audit_entries",
      "count(*)",
      "operation = 'documents.delete-documents' and outcome = 'ok'",
    ),
  },
  activity: {
    actions: `select (select count(*) from audit_entries where actor_kind = 'user' and outcome = 'ok' and ${during("created_at")}
      and ${of("workspace_id")}) + (select count(*) from search_log where ${during("created_at")} and ${of("workspace_id")}) as value`,
    people: `select count(*) as value from (select actor_id from audit_entries where actor_kind = 'user' and outcome = 'ok'
      and ${during("created_at")} and ${of("workspace_id")} union select user_id from search_log where ${during("created_at")}
      and ${of("workspace_id")}) people`,
  },
  storage: {
    held: `select coalesce(sum(size), 0) as value from document_versions where ${of("workspace_id")} and $1::timestamptz < $2::timestamptz`,
    stored: ofRows("document_versions", "coalesce(sum(size), 0)"),
  },
  usage: {
    pages: counted("pages"),
    tokens: counted("tokens"),
    questions: counted("questions"),
    apiCalls: counted("apiCalls"),
  },
};
