import { assured, integer, nullable, real, text, timestamp } from "@besunny/sql/rows/column";

import { afterTime, type Page, toPage } from "../cursor";
import type { PrismaClient } from "../generated/client";
import { type Checked, rawRows } from "../raw-rows";

/** The ways to sum up calls. */
export const spendingGroups = [
  "workspace",
  "model",
  "step",
  "user",
  "key",
  "day",
  "kind",
  "project",
] as const;
export type SpendingGroup = (typeof spendingGroups)[number];

/** The calls to count. Null counts all of them. */
export type SpendingFilter = {
  since: Date;
  until: Date;
  workspaceId: string | null;
  model: string | null;
  operation: string | null;
  userId: string | null;
  apiKeyId: string | null;
  state: string | null;
};

/** A sum over calls. Money is in millionths of a US dollar; calls of unknown cost are not in it. */
export type Spending = {
  /** The id or the name that the group is of; null for calls that have none. */
  key: string | null;
  calls: number;
  unpaid: number;
  unknown: number;
  estimated: number;
  inputTokens: number;
  outputTokens: number;
  costMicro: number;
};

export type ModelCallRow = {
  id: string;
  workspaceId: string | null;
  projectIds: string[];
  documentId: string | null;
  userId: string | null;
  apiKeyId: string | null;
  operation: string;
  kind: string;
  server: string;
  model: string;
  lane: string;
  state: string;
  inputTokens: number;
  cachedTokens: number;
  cacheWriteTokens: number;
  outputTokens: number;
  reasoningTokens: number;
  isEstimated: boolean;
  reservedMicro: number | null;
  costMicro: number | null;
  priceId: string | null;
  latencyMs: number | null;
  attempts: number;
  errorCode: string | null;
  traceId: string;
  createdAt: Date;
  endedAt: Date | null;
};

const sums = rawRows({
  key: nullable(text),
  calls: integer,
  unpaid: integer,
  unknown: integer,
  estimated: integer,
  inputTokens: real,
  outputTokens: real,
  costMicro: real,
});
const callers = rawRows({ workspaceId: assured(text) });
const calledModels = rawRows({
  server: text,
  model: text,
  calls: integer,
  lastAt: nullable(timestamp),
});

/** A client that sees the calls of one workspace, or of all. */
type Client = Pick<Checked<PrismaClient>, "$executeRaw" | "modelCall">;

/** Sums up calls and lists them. Every figure is a sum over `model_calls`. */
export function spendingRepository(prisma: Client) {
  return {
    /** Returns the sums of the groups, the dearest first; of days, in their order. */
    sum: (by: SpendingGroup | null, filter: SpendingFilter): Promise<Spending[]> => {
      const { since, until, workspaceId, model, operation, userId, apiKeyId, state } = filter;
      return sums(prisma)`
        select case ${by}::text
                 when 'workspace' then workspace_id when 'model' then model when 'step' then operation when 'user' then user_id
                 when 'key' then api_key_id when 'kind' then kind when 'day' then to_char(created_at, 'YYYY-MM-DD')
                 when 'project' then project_ids[1] end as key,
               count(*)::int as calls,
               (count(*) filter (where state = 'refused'))::int as unpaid,
               (count(*) filter (where cost_micro is null and state <> 'open'))::int as unknown,
               (count(*) filter (where is_estimated))::int as estimated,
               coalesce(sum(input_tokens), 0)::float8 as "inputTokens",
               coalesce(sum(output_tokens), 0)::float8 as "outputTokens",
               coalesce(sum(cost_micro), 0)::float8 as "costMicro"
          from model_calls
         where created_at >= ${since} and created_at < ${until}
           and (${workspaceId}::text is null or workspace_id = ${workspaceId})
           and (${model}::text is null or model = ${model})
           and (${operation}::text is null or operation = ${operation})
           and (${userId}::text is null or user_id = ${userId})
           and (${apiKeyId}::text is null or api_key_id = ${apiKeyId})
           and (${state}::text is null or state = ${state})
         group by 1
         order by case when ${by}::text = 'day' then 0 else coalesce(sum(cost_micro), 0) end desc, 1
         limit 400`;
    },

    /** Lists calls, the newest first. */
    list: async (
      { since, until, ...equal }: SpendingFilter,
      { limit, cursor }: { limit: number; cursor?: string | null | undefined },
    ): Promise<Page<ModelCallRow>> => {
      const after = afterTime(cursor, "calls");
      const wanted = Object.entries(equal).filter(([, value]) => value !== null);
      const rows = await prisma.modelCall.findMany({
        where: {
          ...Object.fromEntries(wanted),
          createdAt: { gte: since, lt: until },
          ...(after && {
            OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }],
          }),
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
        omit: { provider: true, reservedUntil: true },
      });
      const calls = rows.map(({ costMicro, reservedMicro, ...row }) => ({
        ...row,
        costMicro: costMicro === null ? null : Number(costMicro),
        reservedMicro: reservedMicro === null ? null : Number(reservedMicro),
      }));
      return toPage(calls, {
        limit,
        list: "calls",
        keyOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
      });
    },

    /** Returns the workspaces that called a model since a moment. */
    callersOf: (server: string, model: string, since: Date) =>
      callers(prisma)`
        select distinct workspace_id as "workspaceId" from model_calls
         where server = ${server} and model = ${model} and created_at >= ${since} and workspace_id is not null`,

    /** Returns the models that were called since a moment, the most called first. */
    calledModels: (since: Date) =>
      calledModels(prisma)`
        select server, model, count(*)::int as calls, max(created_at) as "lastAt"
          from model_calls where created_at >= ${since} group by 1, 2 order by 3 desc limit 100`,
  };
}
