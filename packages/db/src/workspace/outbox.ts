import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

export type NewEvent = { name: string; data: Prisma.InputJsonObject };

export function outboxRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Writes the events in one statement, with the trace of their call, and wakes the relay when the transaction commits. */
    add: async (events: readonly NewEvent[], traceId: string | null = null): Promise<void> => {
      if (events.length === 0) return;
      const rows = events.map(({ name, data }) => ({ id: newId("evt"), name, data }));
      await tx.$executeRaw`
        insert into outbox (id, workspace_id, name, data, created_at, trace_id)
        select id, ${workspaceId}, name, data, clock_timestamp(), ${traceId}::text
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as event(id text, name text, data jsonb)`;
      await tx.$executeRaw`select pg_notify('besunny_outbox', '')`;
    },

    listUnsent: () =>
      tx.outboxEvent.findMany({
        where: { workspaceId, sentAt: null },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: { id: true, name: true, data: true },
      }),
  };
}
