import type { Prisma } from "../generated/client";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const columns = {
  sourceId: true,
  externalId: true,
  beganAt: true,
  endedAt: true,
  zone: true,
  isAllDay: true,
  title: true,
  isPrivate: true,
  organiser: true,
  attendees: true,
  attachments: true,
  joinUrl: true,
  state: true,
  item: {
    select: {
      source: {
        select: { connectionId: true, connection: { select: { kind: true, ownerId: true } } },
      },
    },
  },
} satisfies Prisma.CalendarEventSelect;

type Row = Prisma.CalendarEventGetPayload<{ select: typeof columns }>;

/** An event, with the account whose calendar it is in. */
export type MeetingEvent = Omit<Row, "item"> & {
  connectionId: string;
  /** The member whose own account it is; null for an account of the organisation. */
  ownerId: string | null;
};

/** Reads events of calendars for meetings. Events of sources that were removed are not there. */
export function meetingEventRepository(tx: Tx, { workspaceId }: Scope) {
  const there: Prisma.CalendarEventWhereInput = {
    workspaceId,
    item: { source: { removedAt: null } },
  };

  return {
    find: async (sourceId: string, externalId: string): Promise<MeetingEvent | null> => {
      const row = await tx.calendarEvent.findFirst({
        where: { ...there, sourceId, externalId },
        select: columns,
      });
      return row && eventOf(row);
    },

    /** Lists the events that begin in a span of time, the earliest first. */
    list: async (
      { from, to }: { from: Date; to: Date },
      { isPrivate, limit }: { isPrivate?: boolean; limit: number },
    ): Promise<MeetingEvent[]> => {
      const rows = await tx.calendarEvent.findMany({
        where: {
          ...there,
          beganAt: { gte: from, lt: to },
          ...(isPrivate !== undefined && { isPrivate }),
        },
        orderBy: [{ beganAt: "asc" }, { sourceId: "asc" }, { externalId: "asc" }],
        take: limit,
        select: columns,
      });
      return rows.map(eventOf);
    },
  };
}

function eventOf({ item, ...row }: Row): MeetingEvent {
  const { connectionId, connection } = item.source;
  return {
    ...row,
    connectionId,
    ownerId: connection.kind === "personal" ? connection.ownerId : null,
  };
}
