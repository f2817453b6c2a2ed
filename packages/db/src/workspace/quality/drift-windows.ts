import {
  boolean,
  integer,
  nullable,
  ownJson,
  real,
  text,
  timestamp,
} from "@besunny/sql/rows/column";
import { Prisma } from "../../generated/client";
import { type RowsOf, rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";
import type { StoredFeatures } from "./feature-values";
import { sourceOfDocument } from "./source-sql";

const sourceWeeks = rawRows({
  source: text,
  week: timestamp,
  documents: integer,
  lastSeq: real,
});
/** The number of documents that came from a source in a week; `lastSeq` grows when one of them changes. */
export type SourceWeek = RowsOf<typeof sourceWeeks>;

const sampled = rawRows({
  id: text,
  createdAt: timestamp,
  isUnderstood: boolean,
  type: nullable(text),
  confidence: nullable(real),
  label: nullable(text),
  values: nullable(ownJson<StoredFeatures>()),
});
/** A document of a source. `type` and `confidence` are what the model said, `label` is what a person said. */
export type SampledDocument = RowsOf<typeof sampled>;

export type NewDriftWindow = {
  source: string;
  week: Date;
  state: string;
  documents: number;
  referenceDocuments: number;
  referenceFrom: Date;
  measures: Prisma.InputJsonValue;
  estimatedAccuracy: number | null;
  estimatedOn: number;
  labelledAccuracy: number | null;
  labelled: number;
  looks: number;
  fingerprint: string;
  computedAt: Date;
};

const came = Prisma.sql`(
  select d.id, d.workspace_id, d.created_at, d.seq, ${sourceOfDocument} as source
    from documents d left join documents p on p.id = d.parent_id where d.trashed_at is null and d.source <> 'sample'
  union all
  select d.id, d.workspace_id, d.created_at, d.seq, 'project:' || f.project_id as source
    from documents d join document_projects f on f.document_id = d.id where d.trashed_at is null and d.source <> 'sample'
)`;

/** Reads what came from each source, and keeps how it compares with what came before. */
export function driftWindowRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Counts documents by source and week (from Monday, UTC). Sample documents are left out. */
    listWeeks: (from: Date): Promise<SourceWeek[]> =>
      sourceWeeks(tx)`
        select c.source, date_trunc('week', c.created_at) as week, count(*)::int as documents, max(c.seq)::float8 as "lastSeq"
          from ${came} c where c.workspace_id = ${workspaceId} and c.created_at >= ${from}
         group by 1, 2 order by 1, 2`,

    /** Returns documents of a source that came in a span, at most so many, chosen by the hash of their id. */
    sample: (
      source: string,
      { from, until }: { from: Date; until: Date },
      { version, limit }: { version: string; limit: number },
    ): Promise<SampledDocument[]> =>
      sampled(tx)`
        select c.id, c.created_at as "createdAt", (r.id is not null) as "isUnderstood", r.type, r.confidence, l.value as label, f."values"
          from ${came} c
          left join lateral (
            select id, type, confidence from classification_results r where r.document_id = c.id order by r.created_at desc, r.id desc limit 1
          ) r on true
          left join labels l on l.document_id = c.id and l.field = 'type' and l.superseded_by_id is null and l.withdrawn_at is null
          left join feature_values f on f.document_id = c.id and f.version = ${version}
         where c.workspace_id = ${workspaceId} and c.source = ${source} and c.created_at >= ${from} and c.created_at < ${until}
         order by md5(c.id) limit ${limit}`,

    /** Returns what is kept of the meaning of these documents. */
    listFeatures: (ids: readonly string[]) =>
      tx.documentFeatures.findMany({
        where: { workspaceId, documentId: { in: [...ids] } },
        select: { documentId: true, version: true, values: true, excerpt: true },
      }),

    /** Returns the windows that were computed, without their measures. */
    listComputed: (from: Date) =>
      tx.driftWindow.findMany({
        where: { workspaceId, week: { gte: from } },
        select: { source: true, week: true, documents: true, looks: true, fingerprint: true },
      }),

    /** Keeps a window in the place of what was said of the week before. */
    put: async (
      { source, week, ...window }: NewDriftWindow,
      examples: readonly { documentId: string; measure: string }[],
    ): Promise<void> => {
      const key = { workspaceId, source, week };
      await tx.driftWindow.upsert({
        where: { workspaceId_source_week: key },
        create: { ...key, ...window },
        update: window,
        select: { source: true },
      });
      await tx.driftExample.deleteMany({ where: key });
      await tx.driftExample.createMany({
        data: examples.map((each, at) => ({ ...key, ...each, rank: at + 1 })),
      });
    },
  };
}
