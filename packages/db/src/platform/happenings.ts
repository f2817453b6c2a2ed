import type { PlatformClient } from "./platform-tx";

/** A public event, with the id of the event of the outbox that it came from. */
export type NewHappening = {
  eventId: string;
  workspaceId: string;
  name: string;
  documentId: string | null;
  data: Record<string, string>;
  at: Date;
};

/** Keeps what the outside may be told of. */
export function platformHappeningRepository(prisma: PlatformClient) {
  return {
    /**
     * Adds rows, each once. Whoever adds waits for others, so that no number appears after a higher one was read. Rows of a workspace that is gone are
     * left out.
     */
    add: async (happenings: readonly NewHappening[]): Promise<void> => {
      if (happenings.length === 0) return;
      await prisma.$executeRaw`
        with turn as materialized (select pg_advisory_xact_lock(hashtextextended('besunny/happenings', 0)))
        insert into happenings (workspace_id, event_id, name, document_id, data, at)
        select g.workspace_id, g.event_id, g.name, g.document_id, g.data::jsonb, g.at::timestamptz
          from turn, unnest(
                 ${happenings.map((each) => each.workspaceId)}::text[], ${happenings.map((each) => each.eventId)}::text[],
                 ${happenings.map((each) => each.name)}::text[], ${happenings.map((each) => each.documentId)}::text[],
                 ${happenings.map((each) => JSON.stringify(each.data))}::text[], ${happenings.map((each) => each.at.toISOString())}::text[]
               ) with ordinality as g(workspace_id, event_id, name, document_id, data, at, place)
          join workspaces w on w.id = g.workspace_id
         order by g.place
        on conflict do nothing`;
    },

    removeBefore: (before: Date): Promise<number> =>
      prisma.$executeRaw`delete from happenings where at < ${before}`,
  };
}
