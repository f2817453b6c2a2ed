import type { Prisma } from "../generated/client";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

export type StoredEvent = Omit<
  Prisma.CalendarEventGetPayload<object>,
  "workspaceId" | "attendees" | "attachments"
> & { attendees: object[]; attachments: object[] };

/** Keeps the events of chosen calendars. */
export function calendarEventRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    put: async (events: readonly StoredEvent[]): Promise<void> => {
      for (const { sourceId, externalId, ...rest } of events)
        await tx.calendarEvent.upsert({
          where: { sourceId_externalId: { sourceId, externalId } },
          create: { ...rest, sourceId, externalId, workspaceId },
          update: rest,
        });
    },

    remove: async (sourceId: string, ids: readonly string[]): Promise<void> => {
      await tx.calendarEvent.deleteMany({
        where: { workspaceId, sourceId, externalId: { in: [...ids] } },
      });
    },

    list: (sourceId: string, { from, to }: { from: Date; to: Date }) =>
      tx.calendarEvent.findMany({
        where: { workspaceId, sourceId, beganAt: { gte: from, lt: to } },
        orderBy: [{ beganAt: "asc" }, { externalId: "asc" }],
        take: 500,
      }),
  };
}
