import { integer, json, nullable, real, text, timestamp } from "@besunny/sql/rows/column";
import { Prisma } from "../generated/client";
import { type RowsOf, rawRows } from "../raw-rows";
import { sourceOfDocument as source } from "../workspace/quality/source-sql";
import type { PlatformClient } from "./platform-tx";

const windows = rawRows({
  workspaceId: text,
  source: text,
  week: text,
  state: text,
  documents: integer,
  referenceDocuments: integer,
  referenceFrom: text,
  measures: json,
  estimatedAccuracy: nullable(real),
  estimatedOn: integer,
  labelledAccuracy: nullable(real),
  labelled: integer,
  looks: integer,
  computedAt: timestamp,
  examples: json,
});

const issueCounts = rawRows({
  workspaceId: text,
  kind: text,
  source: text,
  severity: text,
  state: text,
  count: integer,
});

const issueRows = rawRows({
  id: text,
  workspaceId: text,
  documentId: text,
  kind: text,
  severity: text,
  source: text,
  details: json,
  state: text,
  foundAt: timestamp,
});
export type PlatformIssue = RowsOf<typeof issueRows>;

const labelGroups = rawRows({ key: text, name: text, count: integer });
export type LabelGroup = RowsOf<typeof labelGroups>;

const labelRows = rawRows({
  id: text,
  documentId: text,
  workspaceId: text,
  value: text,
  before: nullable(text),
  how: text,
  byId: text,
  byName: text,
  source: text,
  createdAt: timestamp,
});

export type LabelFilter = {
  workspaceId: string | null;
  value?: string | null;
  source?: string | null;
  byId?: string | null;
  /** The Monday of a week, as an ISO date. */
  week?: string | null;
};

type IssueFilter = {
  workspaceId: string | null;
  kind: string | null;
  source: string | null;
  state: string;
};

/** Reads drift, issues and labels across workspaces. The role cannot read words of documents. */
export function platformQualityRepository(prisma: PlatformClient) {
  return {
    /** Lists the weeks of sources, the newest week first, with their example documents. */
    listWindows: (workspaceId: string | null, since: Date, limit: number) =>
      windows(prisma)`
        select w.workspace_id as "workspaceId", w.source, w.week::text as week, w.state, w.documents,
               w.reference_documents as "referenceDocuments", w.reference_from::text as "referenceFrom", w.measures,
               w.estimated_accuracy as "estimatedAccuracy", w.estimated_on as "estimatedOn",
               w.labelled_accuracy as "labelledAccuracy", w.labelled, w.looks, w.computed_at as "computedAt",
               coalesce((select jsonb_agg(jsonb_build_object('documentId', e.document_id, 'measure', e.measure) order by e.rank)
                           from drift_examples e
                          where e.workspace_id = w.workspace_id and e.source = w.source and e.week = w.week), '[]') as examples
          from drift_windows w
         where (${workspaceId}::text is null or w.workspace_id = ${workspaceId}) and w.week >= ${since}::date
         order by w.week desc, (w.state = 'drifted') desc, w.documents desc, w.workspace_id, w.source limit ${limit}`,

    countIssues: (workspaceId: string | null) =>
      issueCounts(prisma)`
        select i.workspace_id as "workspaceId", i.kind, i.source, i.severity, i.state, count(*)::int as count
          from data_issues i join documents d on d.id = i.document_id
         where d.trashed_at is null and (${workspaceId}::text is null or i.workspace_id = ${workspaceId})
         group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,

    /** Lists issues, the newest first. */
    listIssues: ({ workspaceId, kind, source, state }: IssueFilter, limit: number) =>
      issueRows(prisma)`
        select i.id, i.workspace_id as "workspaceId", i.document_id as "documentId", i.kind, i.severity, i.source, i.details, i.state,
               i.found_at as "foundAt"
          from data_issues i join documents d on d.id = i.document_id
         where d.trashed_at is null and i.state = ${state}
           and (${workspaceId}::text is null or i.workspace_id = ${workspaceId})
           and (${kind}::text is null or i.kind = ${kind}) and (${source}::text is null or i.source = ${source})
         order by i.found_at desc, i.id desc limit ${limit}`,

    /** Counts the labels of types in force: by type, by the documents' source, by person, and by week (from Monday, UTC). */
    countLabels: async (workspaceId: string | null) => {
      const of = inForce({ workspaceId });
      return {
        values: await labelGroups(prisma)`
          select coalesce(l.value, '') as key, coalesce(l.value, '') as name, count(*)::int as count ${of} group by 1 order by 3 desc, 1`,
        sources: await labelGroups(prisma)`
          select ${source} as key, ${source} as name, count(*)::int as count ${of} group by 1 order by 3 desc, 1`,
        people: await labelGroups(prisma)`
          select l.by_id as key, coalesce(min(u.name), l.by_id) as name, count(*)::int as count ${of} group by 1 order by 3 desc, 1 limit 50`,
        weeks: await labelGroups(prisma)`
          select date_trunc('week', l.created_at)::date::text as key, date_trunc('week', l.created_at)::date::text as name,
                 count(*)::int as count ${of} group by 1 order by 1 desc limit 26`,
      };
    },

    /** Lists the labels behind a figure, the newest first. */
    listLabels: (filter: LabelFilter, limit: number) =>
      labelRows(prisma)`
        select l.id, l.document_id as "documentId", l.workspace_id as "workspaceId", coalesce(l.value, '') as value, l.before,
               l.source as how, l.by_id as "byId", coalesce(u.name, l.by_id) as "byName", ${source} as source, l.created_at as "createdAt"
          ${inForce(filter)} order by l.created_at desc, l.id desc limit ${limit}`,
  };
}

function inForce({
  workspaceId,
  value = null,
  source: from = null,
  byId = null,
  week = null,
}: LabelFilter): Prisma.Sql {
  return Prisma.sql`
    from labels l join documents d on d.id = l.document_id left join documents p on p.id = d.parent_id left join users u on u.id = l.by_id
   where l.field = 'type' and l.value is not null and l.superseded_by_id is null and l.withdrawn_at is null and d.trashed_at is null
     and (${workspaceId}::text is null or l.workspace_id = ${workspaceId})
     and (${value}::text is null or l.value = ${value}) and (${byId}::text is null or l.by_id = ${byId})
     and (${from}::text is null or ${source} = ${from})
     and (${week}::text is null or date_trunc('week', l.created_at)::date::text = ${week})`;
}
