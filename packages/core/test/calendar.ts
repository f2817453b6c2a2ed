import { randomUUID } from "node:crypto";
import type { EventFacts, Item } from "@besunny/connectors/sources/source";
import { queryOnce } from "@besunny/db/test/fresh-database";

import type { WorkspaceContext } from "../src/context";
import { mustFindSource } from "../src/sources/contract/must-find";
import { recordItems } from "../src/sources/contract/record-items";
import { asSource } from "./sources";

type Owner = WorkspaceContext & { actor: { kind: "user"; id: string } };
export type Calendar = { connectionId: string; sourceId: string; owner: Owner };

const sql = (text: string, values: unknown[]) =>
  queryOnce(process.env.TEST_SUPERUSER_URL ?? "", text, values);

/** A calendar in a person's own account, whose address they have proven by it; or in an account of the organisation. */
export async function aCalendar(
  owner: Owner,
  { address = "owner@mill.test", kind = "personal" }: { address?: string; kind?: string } = {},
): Promise<Calendar> {
  const key = randomUUID().replaceAll("-", "");
  const [connectionId, sourceId] = [`con_${key}`, `src_${key}`];
  await sql(
    `insert into connections (id, workspace_id, provider, kind, account_subject, account_address, is_address_proven, scopes, consented_at, state, owner_id, created_at)
     values ($1, $2, 'google', $3, $1, $4, true, '{}', now(), 'ok', $5, now())`,
    [connectionId, owner.workspaceId, kind, address, owner.actor.id],
  );
  await sql(
    `insert into sources (id, workspace_id, connection_id, kind, root_ref, root_key, path, name, rules, visibility, project_ids, state, due_at, every_seconds, created_at)
     values ($1, $2, $3, 'google-calendar', '{}', '{}', '{}', 'Calendar', '{}', 'owner', '{}', 'live', now(), 900, now())`,
    [sourceId, owner.workspaceId, connectionId],
  );
  return { connectionId, sourceId, owner };
}

type Given = { id: string; title: string } & Partial<EventFacts> & Pick<EventFacts, "beganAt">;

/** Records events as a look at their calendar does. */
export async function putEvents(calendar: Calendar, events: readonly Given[]): Promise<void> {
  const { owner, sourceId } = calendar;
  await asSource(
    owner,
    async (tools) => {
      const source = await mustFindSource(tools, sourceId);
      await recordItems(tools, source, { items: events.map(itemOf), generation: 1 });
    },
    sourceId,
  );
}

type Attendee = EventFacts["attendees"][number];

/** Somebody who is invited. */
export const invited = (
  address: string,
  name: string | null = null,
  answer: Attendee["answer"] = "accepted",
): Attendee => ({
  address,
  name,
  answer,
});

function itemOf({ id, title, beganAt, ...given }: Given): Item {
  return {
    id,
    parentIds: [],
    name: title,
    mediaType: "text/calendar",
    size: null,
    revision: `${title} ${beganAt.toISOString()}`,
    modifiedAt: new Date("2026-03-01T00:00:00Z"),
    webUrl: null,
    isFolder: false,
    event: {
      seriesId: null,
      beganAt,
      endedAt: new Date(beganAt.getTime() + 3_600_000),
      zone: "Europe/Berlin",
      isAllDay: false,
      isPrivate: false,
      organiser: null,
      attendees: [],
      attachments: [],
      joinUrl: null,
      isCancelled: false,
      ...given,
    },
  };
}
