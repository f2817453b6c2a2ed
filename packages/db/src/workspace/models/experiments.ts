import { boolean, integer, nullable, real, text, timestamp } from "@besunny/sql/rows/column";
import type { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import { type RowsOf, rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

export type ExperimentRow = Prisma.ExperimentGetPayload<{ omit: { workspaceId: true } }>;
export type NewExperiment = Omit<
  Prisma.ExperimentUncheckedCreateInput,
  "id" | "workspaceId" | "state" | "decision" | "reason" | "createdAt" | "endedAt"
>;
export type NewUnit = Omit<Prisma.ExperimentUnitUncheckedCreateInput, "workspaceId" | "createdAt">;
export type NewShadowResult = Omit<
  Prisma.ShadowResultUncheckedCreateInput,
  "workspaceId" | "createdAt"
>;

const shadowCounts = rawRows({
  documents: integer,
  disagreed: integer,
  judged: integer,
  challengerAlone: integer,
  championAlone: integer,
  failed: integer,
  p95Ms: nullable(real),
  costMicro: nullable(real),
});
export type ShadowCounts = RowsOf<typeof shadowCounts>;

const armCounts = rawRows({
  arm: text,
  documents: integer,
  clusters: integer,
  answered: integer,
  measured: integer,
  overrideSum: real,
  overrideSquares: real,
  overridden: integer,
  confirmed: integer,
  secondsToConfirm: nullable(real),
  failed: integer,
  p95Ms: nullable(real),
  costMicro: nullable(real),
});
export type ArmCounts = RowsOf<typeof armCounts>;

const disagreements = rawRows({
  documentId: text,
  title: text,
  champion: nullable(text),
  challenger: nullable(text),
  label: nullable(text),
  isJudged: boolean,
  createdAt: timestamp,
});

/** Reads and writes experiments, what was measured in them, and what was seen at each look. */
export function experimentRepository(tx: Tx, { workspaceId, principals }: Scope) {
  return {
    create: (experiment: NewExperiment): Promise<ExperimentRow> =>
      tx.experiment.create({
        data: { id: newId("exp"), workspaceId, state: "running", ...experiment },
        omit: { workspaceId: true },
      }),

    find: (id: string): Promise<ExperimentRow | null> =>
      tx.experiment.findFirst({ where: { workspaceId, id }, omit: { workspaceId: true } }),

    /** Returns the one that runs; null if none does. */
    running: (): Promise<ExperimentRow | null> =>
      tx.experiment.findFirst({
        where: { workspaceId, state: "running" },
        omit: { workspaceId: true },
      }),

    list: (limit: number): Promise<ExperimentRow[]> =>
      tx.experiment.findMany({
        where: { workspaceId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        omit: { workspaceId: true },
      }),

    /** Ends the experiment if it runs. Returns whether it did. */
    end: async (
      id: string,
      end: { state: string; decision: string | null; reason: string; endedAt: Date },
    ): Promise<boolean> => {
      const { count } = await tx.experiment.updateMany({
        where: { workspaceId, id, state: "running" },
        data: end,
      });
      return count > 0;
    },

    /** Adds a document to an arm. One that is in the experiment already stays as it is. */
    addUnit: async (unit: NewUnit): Promise<void> => {
      await tx.experimentUnit.createMany({
        data: [{ workspaceId, ...unit }],
        skipDuplicates: true,
      });
    },

    addShadowResult: async (result: NewShadowResult): Promise<void> => {
      await tx.shadowResult.createMany({
        data: [{ workspaceId, ...result }],
        skipDuplicates: true,
      });
    },

    hasShadowResult: async (experimentId: string, documentId: string): Promise<boolean> =>
      (await tx.shadowResult.count({ where: { workspaceId, experimentId, documentId } })) > 0,

    /** Counts a shadow. A document is judged once a person says its type. */
    async countShadow(experimentId: string): Promise<ShadowCounts> {
      const [found] = await shadowCounts(tx)`
        select count(*)::int as documents,
               count(*) filter (where s.failure is null and s.champion_type is distinct from s.challenger_type)::int as disagreed,
               count(*) filter (where s.failure is null and l.value is not null)::int as judged,
               count(*) filter (where s.failure is null and s.challenger_type = l.value and s.champion_type is distinct from l.value)::int
                 as "challengerAlone",
               count(*) filter (where s.failure is null and s.champion_type = l.value and s.challenger_type is distinct from l.value)::int
                 as "championAlone",
               count(s.failure)::int as failed,
               percentile_cont(0.95) within group (order by s.took_ms)::float8 as "p95Ms",
               avg(s.cost_micro)::float8 as "costMicro"
          from shadow_results s
          left join labels l on l.document_id = s.document_id and l.field = 'type' and l.superseded_by_id is null and l.withdrawn_at is null
         where s.experiment_id = ${experimentId} and s.workspace_id = ${workspaceId}`;
      if (!found) throw new Error("PostgreSQL counted nothing");
      return found;
    },

    /**
     * Counts both arms. The mean override of the answered documents of a cluster is one measurement, because documents that are nearly the
     * same are corrected alike.
     */
    countArms: (experimentId: string): Promise<ArmCounts[]> =>
      armCounts(tx)`
        with units as (
          select u.*, l.source as said, l.created_at as said_at
            from experiment_units u
            left join labels l on l.document_id = u.document_id and l.field = 'type' and l.superseded_by_id is null
                              and l.withdrawn_at is null and l.created_at >= u.created_at
           where u.experiment_id = ${experimentId} and u.workspace_id = ${workspaceId}),
        clusters as (
          select arm, cluster, avg((said is not null and said = 'correction')::int) filter (where type is not null)::float8 as override
            from units group by 1, 2),
        measured as (
          select arm, count(*)::int as clusters, count(override)::int as measured, coalesce(sum(override), 0)::float8 as "overrideSum",
                 coalesce(sum(override * override), 0)::float8 as "overrideSquares"
            from clusters group by 1)
        select u.arm, count(*)::int as documents, m.clusters, count(u.type)::int as answered, m.measured, m."overrideSum", m."overrideSquares",
               count(*) filter (where u.type is not null and u.said = 'correction')::int as overridden,
               count(*) filter (where u.said = 'confirmation')::int as confirmed,
               avg(extract(epoch from u.said_at - u.created_at)) filter (where u.said = 'confirmation')::float8 as "secondsToConfirm",
               count(u.failure)::int as failed,
               percentile_cont(0.95) within group (order by u.took_ms)::float8 as "p95Ms", avg(u.cost_micro)::float8 as "costMicro"
          from units u join measured m on m.arm = u.arm
         group by u.arm, m.clusters, m.measured, m."overrideSum", m."overrideSquares" order by u.arm`,

    lastLook: (experimentId: string) =>
      tx.experimentLook.findFirst({
        where: { workspaceId, experimentId },
        orderBy: { number: "desc" },
        select: { number: true, counts: true, createdAt: true },
      }),

    addLook: async (
      experimentId: string,
      number: number,
      counts: Prisma.InputJsonValue,
      createdAt: Date,
    ): Promise<void> => {
      await tx.experimentLook.createMany({
        data: [{ experimentId, number, workspaceId, counts, createdAt }],
        skipDuplicates: true,
      });
    },

    /** Lists the looks of an experiment, the first one first. */
    listLooks: (experimentId: string, limit: number) =>
      tx.experimentLook.findMany({
        where: { workspaceId, experimentId },
        orderBy: { number: "asc" },
        take: limit,
        select: { number: true, counts: true, createdAt: true },
      }),

    /** Lists the documents of a shadow of which the releases say other things, and that the reader may see: open ones first. */
    listDisagreements: (experimentId: string, limit: number) =>
      disagreements(tx)`
        select s.document_id as "documentId", d.title, s.champion_type as champion, s.challenger_type as challenger, l.value as label,
               (l.id is not null) as "isJudged", s.created_at as "createdAt"
          from shadow_results s join documents d on d.id = s.document_id
          left join labels l on l.document_id = s.document_id and l.field = 'type' and l.superseded_by_id is null and l.withdrawn_at is null
         where s.experiment_id = ${experimentId} and s.workspace_id = ${workspaceId} and s.failure is null
           and s.champion_type is distinct from s.challenger_type
           and d.access && ${[...principals]}::text[] and d.trashed_at is null
         order by (l.id is not null), s.created_at desc, s.document_id limit ${limit}`,
  };
}
