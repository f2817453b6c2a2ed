import {
  integer,
  json,
  nullable,
  ownJson,
  real,
  text,
  textArray,
  timestamp,
} from "@besunny/sql/rows/column";
import { afterId, type Page, toPage } from "../../cursor";
import { newId } from "../../ids";
import { type RowsOf, rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";
import type { StoredFeatures } from "./feature-values";
import { sourceOfDocument } from "./source-sql";

export type NewIssue = {
  documentId: string;
  kind: string;
  severity: string;
  source: string;
  details: Readonly<Record<string, unknown>>;
  texts: readonly string[];
};

const toLookAt = rawRows({
  id: text,
  seq: real,
  status: text,
  errorCode: nullable(text),
  source: text,
  format: nullable(text),
  values: nullable(ownJson<StoredFeatures>()),
  sameAs: nullable(text),
  alikeAs: nullable(text),
  nearDuplicates: integer,
});
/** A document as those see it who look for its issues. `sameAs` and `alikeAs` are the oldest documents with the same and nearly the same text. */
export type DocumentToLookAt = RowsOf<typeof toLookAt>;

const issueRows = rawRows({
  id: text,
  documentId: text,
  title: text,
  kind: text,
  severity: text,
  source: text,
  details: json,
  texts: textArray,
  state: text,
  reason: nullable(text),
  foundAt: timestamp,
  decidedAt: nullable(timestamp),
});
export type DataIssue = RowsOf<typeof issueRows>;

const counts = rawRows({ kind: text, source: text, severity: text, state: text, count: integer });
const senders = rawRows({ sender: text });
const textRows = rawRows({ documentId: text, text: text, source: text });
const oneIssue = rawRows({
  id: text,
  documentId: text,
  kind: text,
  state: text,
  details: json,
  texts: textArray,
});
export type IssueFilter = {
  state?: string | undefined;
  kind?: string | undefined;
  source?: string | undefined;
  documentId?: string | undefined;
};

/** Finds and keeps what is wrong with the data of a workspace, in the documents that the principals may see. */
export function dataIssueRepository(tx: Tx, { workspaceId, principals }: Scope) {
  return {
    /** Lists documents that have changed since their issues were looked for, the longest waiting first. */
    listToLookAt: (version: string, limit: number): Promise<DocumentToLookAt[]> =>
      toLookAt(tx)`
        select d.id, d.seq::float8 as seq, d.status, d.error_code as "errorCode", ${sourceOfDocument} as source, d.format,
               f."values", same.id as "sameAs", alike.id as "alikeAs", coalesce(alike.count, 0)::int as "nearDuplicates"
          from documents d
          left join documents p on p.id = d.parent_id
          left join feature_values f on f.document_id = d.id and f.version = ${version}
          left join document_likeness l on l.document_id = d.id
          left join lateral (
            select e.id from document_likeness o join documents e on e.id = o.document_id
             where o.workspace_id = ${workspaceId} and o.text_hash = l.text_hash and o.document_id <> d.id and e.trashed_at is null
               and (e.created_at, e.id) < (d.created_at, d.id) order by e.created_at, e.id limit 1
          ) same on true
          left join lateral (
            select min(o.document_id) filter (where (e.created_at, e.id) < (d.created_at, d.id)) as id, count(*) as count
              from document_likeness o join documents e on e.id = o.document_id
             where o.workspace_id = ${workspaceId} and o.bands && l.bands and o.document_id <> d.id and e.trashed_at is null
               and (select count(*) from unnest(o.signature, l.signature) as s(one, other) where one = other)
                   >= 0.9 * cardinality(l.signature)
          ) alike on true
         where d.workspace_id = ${workspaceId} and d.trashed_at is null and d.status in ('ready', 'needs_review', 'failed')
           and (f.looked_seq is null or f.looked_seq < d.seq)
           and (f.document_id is not null or d.status = 'failed')
         order by d.seq limit ${limit}`,

    /**
     * Keeps what was found of these documents, or of all (null), in one statement each. Open issues of these kinds that were not found again are resolved. What a
     * person ignored or resolved stays so, unless it is another case of its kind now.
     */
    keep: async (
      looked: { documentIds: readonly string[] | null; kinds: readonly string[] },
      found: readonly NewIssue[],
      at: Date,
    ): Promise<void> => {
      await tx.$executeRaw`
        update data_issues i set state = 'resolved', decided_at = ${at}, decided_by_id = null, reason = null
         where i.workspace_id = ${workspaceId} and i.state = 'open' and (${looked.documentIds && [...looked.documentIds]}::text[] is null or i.document_id = any(${looked.documentIds && [...looked.documentIds]}::text[]))
           and i.kind = any(${[...looked.kinds]}::text[])
           and not exists (select 1 from unnest(${found.map((each) => each.documentId)}::text[], ${found.map((each) => each.kind)}::text[])
                             as g(document_id, kind) where g.document_id = i.document_id and g.kind = i.kind)`;
      if (found.length === 0) return;
      await tx.$executeRaw`
        insert into data_issues (id, workspace_id, document_id, kind, severity, source, details, texts, found_at)
        select g.id, ${workspaceId}, g.document_id, g.kind, g.severity, g.source, g.details::jsonb,
               array(select jsonb_array_elements_text(g.texts::jsonb)), ${at}
          from unnest(${found.map(() => newId("iss"))}::text[], ${found.map((each) => each.documentId)}::text[],
                      ${found.map((each) => each.kind)}::text[], ${found.map((each) => each.severity)}::text[],
                      ${found.map((each) => each.source)}::text[], ${found.map((each) => JSON.stringify(each.details))}::text[],
                      ${found.map((each) => JSON.stringify(each.texts))}::text[])
               as g(id, document_id, kind, severity, source, details, texts)
          join documents d on d.id = g.document_id and d.workspace_id = ${workspaceId}
            on conflict (document_id, kind) do update
           set severity = excluded.severity, source = excluded.source, details = excluded.details, texts = excluded.texts,
               state = case when data_issues.state = 'resolved'
                             and (data_issues.decided_by_id is null or data_issues.details <> excluded.details) then 'open'
                            else data_issues.state end,
               found_at = case when data_issues.state = 'resolved' and data_issues.decided_by_id is null then excluded.found_at
                               else data_issues.found_at end`;
    },

    /** Lists issues with the titles of their documents, the gravest kind of a filter first, then the newest. */
    list: async (
      { state, kind, source, documentId }: IssueFilter,
      page: { limit: number; cursor?: string | undefined },
    ): Promise<Page<DataIssue>> => {
      const list = `issues/${state ?? ""}/${kind ?? ""}/${source ?? ""}/${documentId ?? ""}`;
      const after = afterId(page.cursor, list);
      const rows = await issueRows(tx)`
        select i.id, i.document_id as "documentId", d.title, i.kind, i.severity, i.source, i.details, i.texts, i.state, i.reason,
               i.found_at as "foundAt", i.decided_at as "decidedAt"
          from data_issues i join documents d on d.id = i.document_id
         where i.workspace_id = ${workspaceId} and d.access && ${[...principals]}::text[] and d.trashed_at is null
           and (${state ?? null}::text is null or i.state = ${state ?? null})
           and (${kind ?? null}::text is null or i.kind = ${kind ?? null})
           and (${source ?? null}::text is null or i.source = ${source ?? null})
           and (${documentId ?? null}::text is null or i.document_id = ${documentId ?? null})
           and (${after}::text is null or i.id < ${after})
         order by i.id desc limit ${page.limit + 1}`;
      return toPage(rows, { limit: page.limit, list, keyOf: ({ id }) => [id] });
    },

    /** Counts issues by kind, source, severity and state. */
    count: () =>
      counts(tx)`
        select i.kind, i.source, i.severity, i.state, count(*)::int as count
          from data_issues i join documents d on d.id = i.document_id
         where i.workspace_id = ${workspaceId} and d.access && ${[...principals]}::text[] and d.trashed_at is null
         group by 1, 2, 3, 4 order by 1, 2, 3, 4`,

    /** Returns those of these issues that the principals may see. */
    findMany: (ids: readonly string[]) =>
      oneIssue(tx)`
        select i.id, i.document_id as "documentId", i.kind, i.state, i.details, i.texts
          from data_issues i join documents d on d.id = i.document_id
         where i.workspace_id = ${workspaceId} and i.id = any(${[...ids]}::text[]) and d.access && ${[...principals]}::text[]`,

    /** Sets the state of issues, with the reason that a person gave. */
    decide: async (
      ids: readonly string[],
      decision: { state: string; reason: string | null; byId: string | null; at: Date },
    ): Promise<void> => {
      await tx.dataIssue.updateMany({
        where: { workspaceId, id: { in: [...ids] } },
        data: {
          state: decision.state,
          reason: decision.reason,
          decidedById: decision.byId,
          decidedAt: decision.at,
        },
      });
    },

    /** Opens decided issues of a kind again. */
    reopen: async (issues: readonly { documentId: string; kind: string }[]): Promise<void> => {
      for (const { documentId, kind } of issues)
        await tx.dataIssue.updateMany({
          where: { workspaceId, documentId, kind },
          data: { state: "open", reason: null, decidedById: null, decidedAt: null },
        });
    },

    /** Lists the senders with at least so many mails, in order, after one. */
    listSenders: async (after: string, least: number, limit: number): Promise<string[]> => {
      const rows = await senders(tx)`
        select m.sender from document_mails m join documents d on d.id = m.document_id
         where m.workspace_id = ${workspaceId} and m.sender > ${after} and d.trashed_at is null
         group by 1 having count(*) >= ${least} order by 1 limit ${limit}`;
      return rows.map(({ sender }) => sender);
    },

    /** Returns the texts of the newest mails of a sender. */
    listTextsOf: (sender: string, limit: number) =>
      textRows(tx)`
        select d.id as "documentId", ${sourceOfDocument} as source,
               (select coalesce(string_agg(left(t.text, 20000), E'\n' order by t.number), '') from page_texts t
                 where t.document_id = d.id and t.number <= 20) as text
          from document_mails m join documents d on d.id = m.document_id left join documents p on p.id = d.parent_id
         where m.workspace_id = ${workspaceId} and m.sender = ${sender} and d.trashed_at is null
         order by d.created_at desc, d.id limit ${limit}`,
  };
}
