import { assured, json, nullable, text, textArray, timestamp } from "@besunny/sql/rows/column";
import { Prisma } from "../generated/client";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

/** A part of a sharing. `value` is an address, the id of a group, or a domain; of `anyone` it is empty. */
export type StoredGrant = { kind: string; value: string };
/** A member who has proven an address. */
export type ProvenPerson = { address: string; userId: string; provenBy: string };

/** The place of an item in the order in which grants are applied. */
export type GrantPlace = { sourceId: string; externalId: string };

/** Reads and writes who sees what at a source, and which members those people are. Addresses are in lower case. */
export function sourcePeopleRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /**
     * Lists the members who have proven an address. Admins and sign-ins prove it for this connection. A member's own account proves it for
     * every connection, if its provider has checked the address.
     */
    listProven: (connectionId: string): Promise<ProvenPerson[]> =>
      provenRows(tx)`
        select p.address, p.user_id as "userId", p.proven_by as "provenBy" from source_people p
         where p.workspace_id = ${workspaceId} and p.connection_id = ${connectionId}
        union
        select lower(c.account_address), c.owner_id, 'oauth' from connections c
          join memberships m on m.user_id = c.owner_id and m.workspace_id = c.workspace_id
         where c.workspace_id = ${workspaceId} and c.kind = 'personal' and c.is_address_proven and not c.is_practice and c.state <> 'revoked'
         order by 1, 2`,

    /** Lists the addresses that grants and groups of a connection name, with the members of this workspace who signed up with them. */
    listNamed: (connectionId: string, limit: number) =>
      namedRows(tx)`
        with named as (
          select value as address from source_grants
           where workspace_id = ${workspaceId} and connection_id = ${connectionId} and kind = 'user'
          union
          select unnest(addresses) from source_groups where workspace_id = ${workspaceId} and connection_id = ${connectionId}
        )
        select n.address, (select array_agg(m.user_id order by m.user_id) from users u join memberships m on m.user_id = u.id
                            where m.workspace_id = ${workspaceId} and lower(u.email) = n.address) as "suggestedIds"
          from named n order by 1 limit ${limit}`,

    confirm: async (person: {
      connectionId: string;
      address: string;
      userId: string;
      provenBy: "sso" | "admin";
      confirmedById: string | null;
      at: Date;
    }): Promise<void> => {
      const { connectionId, address, userId, provenBy, confirmedById, at } = person;
      await tx.$executeRaw`
        insert into source_people (workspace_id, connection_id, address, user_id, proven_by, confirmed_by_id, at)
        values (${workspaceId}, ${connectionId}, ${address.toLowerCase()}, ${userId}, ${provenBy}, ${confirmedById}, ${at})
        on conflict (connection_id, address) do update
          set user_id = excluded.user_id, proven_by = excluded.proven_by, confirmed_by_id = excluded.confirmed_by_id, at = excluded.at`;
    },

    /** Returns the member who was confirmed, or null if nobody was. */
    withdraw: async (connectionId: string, address: string): Promise<string | null> => {
      const [row] = await withdrawnRows(tx)`
        delete from source_people
         where workspace_id = ${workspaceId} and connection_id = ${connectionId} and address = ${address.toLowerCase()}
        returning user_id as "userId"`;
      return row?.userId ?? null;
    },

    /** Replaces the grants of sharings. A sharing without grants is one that could not be read: nobody sees it. */
    putGrants: async (
      connectionId: string,
      sets: readonly { grantsKey: string; grants: readonly StoredGrant[] }[],
    ): Promise<void> => {
      const keys = sets.map(({ grantsKey }) => grantsKey);
      const rows = sets.flatMap(({ grantsKey, grants }) =>
        grants.map(({ kind, value }) => ({
          grantsKey,
          kind,
          value: kind === "group" ? value : value.toLowerCase(),
        })),
      );
      await tx.$executeRaw`
        delete from source_grants where workspace_id = ${workspaceId} and connection_id = ${connectionId} and grants_key = any(${keys}::text[])`;
      await tx.$executeRaw`
        insert into source_grants (workspace_id, connection_id, grants_key, kind, value)
        select ${workspaceId}, ${connectionId}, k, kind, value
          from unnest(${rows.map((row) => row.grantsKey)}::text[], ${rows.map((row) => row.kind)}::text[],
                      ${rows.map((row) => row.value)}::text[]) as given(k, kind, value)
        on conflict do nothing`;
    },

    /** Returns these sharings with their grants. One that was not kept is left out. */
    listGrants: (
      connectionId: string,
      grantsKeys: readonly string[],
    ): Promise<{ grantsKey: string; grants: unknown }[]> =>
      grantRows(tx)`
        select grants_key as "grantsKey", json_agg(json_build_object('kind', kind, 'value', value)) as grants from source_grants
         where workspace_id = ${workspaceId} and connection_id = ${connectionId} and grants_key = any(${[...grantsKeys]}::text[])
         group by 1`,

    /** Lists sharings of a source whose grants are not known, each with an item that has it. */
    listUnread: (
      { sourceId, connectionId }: { sourceId: string; connectionId: string },
      limit: number,
    ) =>
      unreadRows(tx)`
        select distinct on (i.grants_key) i.grants_key as "grantsKey", i.external_id as "externalId", i.name, i.media_type as "mediaType", i.revision
          from source_items i
         where i.workspace_id = ${workspaceId} and i.source_id = ${sourceId} and i.grants_key is not null and not i.is_folder
           and i.state in ('waiting', 'fetching', 'processing')
           and not exists (select from source_grants g where g.workspace_id = ${workspaceId} and g.connection_id = ${connectionId}
                              and g.grants_key = i.grants_key)
         order by i.grants_key, i.modified_at desc, i.external_id limit ${limit}::int`,

    /** Lists groups that sharings name and whose members were not read since. */
    listOldGroups: async (connectionId: string, since: Date, limit: number): Promise<string[]> => {
      const rows = await refRows(tx)`
        select distinct g.value as ref from source_grants g
          left join source_groups m on m.workspace_id = ${workspaceId} and m.connection_id = g.connection_id and m.group_ref = g.value
         where g.workspace_id = ${workspaceId} and g.connection_id = ${connectionId} and g.kind = 'group'
           and (m.group_ref is null or m.fetched_at < ${since}::timestamptz)
         order by 1 limit ${limit}::int`;
      return rows.map(({ ref }) => ref);
    },

    /** Forgets these sharings, so that they are read again. */
    forgetGrants: async (connectionId: string, grantsKeys: readonly string[]): Promise<void> => {
      if (grantsKeys.length === 0) return;
      await tx.$executeRaw`
        delete from source_grants where workspace_id = ${workspaceId} and connection_id = ${connectionId}
           and grants_key = any(${[...grantsKeys]}::text[])`;
    },

    putGroup: async (connectionId: string, ref: string, addresses: readonly string[], at: Date) => {
      const lower = addresses.map((address) => address.toLowerCase());
      await tx.$executeRaw`
        insert into source_groups (workspace_id, connection_id, group_ref, addresses, fetched_at)
        values (${workspaceId}, ${connectionId}, ${ref}, ${lower}::text[], ${at})
        on conflict (connection_id, group_ref) do update set addresses = excluded.addresses, fetched_at = excluded.fetched_at`;
    },

    listGroups: (
      connectionId: string,
    ): Promise<{ ref: string; addresses: string[]; fetchedAt: Date }[]> =>
      groupRows(tx)`
        select group_ref as ref, addresses, fetched_at as "fetchedAt" from source_groups
         where workspace_id = ${workspaceId} and connection_id = ${connectionId} order by 1`,

    /** Lists the items of sources whose documents are seen as at the source, each with its grants. */
    listToGrant: (of: { sourceId: string | null; after: GrantPlace | null }, limit: number) => {
      const { sourceId, after } = of;
      const later = after
        ? Prisma.sql`and (i.source_id, i.external_id) > (${after.sourceId}, ${after.externalId})`
        : Prisma.empty;
      return itemRows(tx)`
        select i.source_id as "sourceId", i.external_id as "externalId", i.document_id as "documentId", s.connection_id as "connectionId",
               i.grants_key as "grantsKey",
               (select json_agg(json_build_object('kind', g.kind, 'value', g.value)) from source_grants g
                 where g.connection_id = s.connection_id and g.grants_key = i.grants_key and g.workspace_id = ${workspaceId}) as grants
          from source_items i join sources s on s.id = i.source_id
         where i.workspace_id = ${workspaceId} and s.visibility = 'source' and s.removed_at is null and i.document_id is not null
           and (${sourceId}::text is null or i.source_id = ${sourceId}) ${later}
         order by i.source_id, i.external_id limit ${limit}`;
    },

    /** Forgets all of a connection that ended. */
    forget: async (connectionId: string): Promise<void> => {
      await tx.$executeRaw`delete from source_people where workspace_id = ${workspaceId} and connection_id = ${connectionId}`;
      await tx.$executeRaw`delete from source_grants where workspace_id = ${workspaceId} and connection_id = ${connectionId}`;
      await tx.$executeRaw`delete from source_groups where workspace_id = ${workspaceId} and connection_id = ${connectionId}`;
    },
  };
}

const provenRows = rawRows({
  address: assured(text),
  userId: assured(text),
  provenBy: assured(text),
});
const namedRows = rawRows({ address: assured(text), suggestedIds: nullable(textArray) });
const withdrawnRows = rawRows({ userId: assured(text) });
const grantRows = rawRows({ grantsKey: text, grants: json });
const groupRows = rawRows({ ref: text, addresses: textArray, fetchedAt: timestamp });
const unreadRows = rawRows({
  grantsKey: assured(text),
  externalId: text,
  name: text,
  mediaType: text,
  revision: text,
});
const refRows = rawRows({ ref: text });
const itemRows = rawRows({
  sourceId: text,
  externalId: text,
  documentId: assured(text),
  connectionId: text,
  grantsKey: nullable(text),
  grants: nullable(json),
});
