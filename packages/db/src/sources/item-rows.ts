import { Prisma } from "../generated/client";

/** An item as a listing or a change shows it. `want` is the state that it shall have if nothing speaks against it. */
export type RecordedItem = {
  externalId: string;
  parentIds: string[];
  place: string | null;
  name: string;
  mediaType: string;
  size: number | null;
  revision: string;
  modifiedAt: Date;
  webUrl: string | null;
  isFolder: boolean;
  facts: object | null;
  grantsKey: string | null;
  want: "waiting" | "skipped" | "left-out" | "ready";
  reason: string | null;
};

/** The fate of a recorded item, and what its document needs because of it. */
export type Recorded = {
  externalId: string;
  isNew: boolean;
  isChanged: boolean;
  state: string;
  before: string | null;
  documentId: string | null;
  grantsKey: string | null;
  isRenamed: boolean;
  isRegranted: boolean;
  isMoved: boolean;
};

/** The rows of a page, as a table that statements can join. */
export function pageTable(items: readonly RecordedItem[]): Prisma.Sql {
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(items)}::text::jsonb) as g(
    "externalId" text, "parentIds" text[], place text, name text, "mediaType" text, size bigint, revision text, "modifiedAt" timestamptz,
    "webUrl" text, "isFolder" boolean, facts jsonb, "grantsKey" text, want text, reason text)`;
}

/**
 * The state of an item as people see it. A document that was handed over tells itself how it goes, so that a report is exact at every moment.
 * The statement must join `documents` as `d` to `source_items` as `i`.
 */
export const shownState = Prisma.sql`case
    when i.state = 'fetching' then 'waiting'
    when i.state <> 'processing' then i.state
    when d.id is null or d.trashed_at is not null then 'left-out'
    when d.status in ('ready', 'needs_review') then 'ready'
    when d.status in ('failed', 'cancelled') then 'failed'
    else 'processing' end`;

/** The reason that goes with it. */
export const shownReason = Prisma.sql`case
    when i.state <> 'processing' then i.reason
    when d.id is null then 'removed-here'
    when d.trashed_at is not null then 'trashed-here'
    when d.status = 'cancelled' then 'CANCELLED'
    when d.status = 'failed' then coalesce(d.error_code, 'INTERNAL') end`;
