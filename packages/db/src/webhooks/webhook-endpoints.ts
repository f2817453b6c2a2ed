import {
  assured,
  boolean,
  integer,
  json,
  nullable,
  real,
  text,
  timestamp,
} from "@besunny/sql/rows/column";

import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const columns = {
  id: true,
  name: true,
  url: true,
  events: true,
  projectIds: true,
  state: true,
  stateReason: true,
  beforeUntil: true,
  failingSince: true,
  createdAt: true,
  createdBy: { select: { id: true, name: true } },
} satisfies Prisma.WebhookEndpointSelect;

export type WebhookEndpointRow = Prisma.WebhookEndpointGetPayload<{ select: typeof columns }>;
export type WebhookFields = { name: string; url: string; events: string[]; projectIds: string[] };

/** A public event that the endpoint has not got. */
export type Untold = {
  name: string;
  documentId: string | null;
  data: unknown;
  at: Date;
};

/** Stores the addresses that get events. */
export function webhookEndpointRepository(tx: Tx, { workspaceId }: Scope) {
  const of = (id: string) => ({ id, workspaceId });
  return {
    list: (): Promise<WebhookEndpointRow[]> =>
      tx.webhookEndpoint.findMany({
        where: { workspaceId },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: columns,
      }),

    find: (id: string): Promise<WebhookEndpointRow | null> =>
      tx.webhookEndpoint.findFirst({ where: of(id), select: columns }),

    /** Makes an endpoint, which gets events from now on. */
    create: async (fields: WebhookFields, createdById: string, now: Date): Promise<string> => {
      const id = newId("whe");
      const { _max } = await tx.happening.aggregate({
        where: { workspaceId },
        _max: { seq: true },
      });
      await tx.webhookEndpoint.createMany({
        data: [{ ...of(id), ...fields, createdById, createdAt: now, toldSeq: _max.seq ?? 0n }],
      });
      return id;
    },

    change: async (id: string, fields: Partial<WebhookFields>): Promise<void> => {
      await tx.webhookEndpoint.updateMany({ where: of(id), data: fields });
    },

    remove: async (id: string): Promise<void> => {
      await tx.webhookEndpoint.deleteMany({ where: of(id) });
    },

    /** Turns an endpoint on or off. One that is on again has not failed yet. */
    turn: async (id: string, state: string, stateReason: string | null): Promise<void> => {
      const isOn = state === "on";
      await tx.webhookEndpoint.updateMany({
        where: of(id),
        data: { state, stateReason, ...(isOn && { failingSince: null, claimedUntil: null }) },
      });
    },

    /** Returns the sealed secrets with which messages are signed now. */
    readSecrets: (id: string) =>
      tx.webhookEndpoint.findFirst({
        where: of(id),
        select: { sealedSecret: true, sealedBefore: true, beforeUntil: true },
      }),

    keepSecrets: async (
      id: string,
      given: {
        sealedSecret: Uint8Array<ArrayBuffer>;
        sealedBefore: Uint8Array<ArrayBuffer> | null;
        beforeUntil: Date | null;
      },
    ): Promise<boolean> => {
      const { count } = await tx.webhookEndpoint.updateMany({ where: of(id), data: given });
      return count > 0;
    },

    /**
     * Returns the events that the endpoint has not got, oldest first, and the number to go on from. Documents that admins do not see, and
     * those outside of the endpoint's projects, are left out.
     */
    listUntold: async (
      id: string,
      limit: number,
    ): Promise<{ items: Untold[]; latest: number | null }> => {
      const rows = await untold(tx)`
        select h.seq::float8 as seq, h.name, h.document_id as "documentId", h.data, h.at,
               h.name = any(e.events) and (h.document_id is null and e.project_ids = '{}' or exists (
                 select 1 from documents d where d.id = h.document_id and d.workspace_id = ${workspaceId} and 'all' = any(d.access)
                    and (e.project_ids = '{}' or exists (
                      select 1 from document_projects p where p.document_id = d.id and p.project_id = any(e.project_ids)))
               )) as "isWanted"
          from webhook_endpoints e join happenings h on h.workspace_id = e.workspace_id and h.seq > e.told_seq
         where e.id = ${id} and e.workspace_id = ${workspaceId}
         order by h.seq limit ${limit}::int`;
      return {
        items: rows
          .filter(({ isWanted }) => isWanted)
          .map(({ seq: _s, isWanted: _w, ...row }) => row),
        latest: rows.at(-1)?.seq ?? null,
      };
    },

    /** Takes so many numbers for messages, remembers the last event that the endpoint got, and returns the last number before. */
    take: async (
      id: string,
      { told, count }: { told: number | null; count: number },
    ): Promise<number> => {
      const [row] = await numbers(tx)`
        update webhook_endpoints set last_seq = last_seq + ${count}::int,
               told_seq = greatest(told_seq, coalesce(${told}::float8::bigint, told_seq))
         where id = ${id} and workspace_id = ${workspaceId}
        returning last_seq as "lastSeq"`;
      return (row?.lastSeq ?? count) - count;
    },

    /** Notes how an endpoint does: since when it fails, and until when nobody may send to it. */
    note: async (
      id: string,
      given: { failingSince: Date | null; claimedUntil: Date | null },
    ): Promise<void> => {
      await tx.webhookEndpoint.updateMany({ where: of(id), data: given });
    },
  };
}

const untold = rawRows({
  seq: assured(real),
  name: text,
  documentId: nullable(text),
  data: json,
  at: timestamp,
  isWanted: nullable(boolean),
});
const numbers = rawRows({ lastSeq: integer });
