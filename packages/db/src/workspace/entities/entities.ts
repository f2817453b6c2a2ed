import { text } from "@besunny/sql/rows/column";

import { afterNumber, afterTime, type Page, toPage } from "../../cursor";
import { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import { literally } from "../../literally";
import { type RowsOf, rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";
import {
  aliasRows,
  type Entity,
  type EntityAlias,
  entityRows,
  kindCounts,
  mentionRows,
  namedRows,
  type RelatedEntity,
  relatedRows,
  seenMentions,
  shownName,
} from "./entity-rows";

/** The mentions of one entity in one document. `key` is what all forms of its name have in common. */
export type NewMention = {
  kind: string;
  key: string;
  name: string;
  count: number;
  confidence: number;
  evidence: Prisma.InputJsonValue;
};

/** A document that names an entity. */
export type EntityDocument = {
  documentId: string;
  title: string;
  format: string | null;
  type: string | null;
  createdAt: Date;
  mentionCount: number;
  /** The evidence of each mention, as it was recorded. */
  evidence: unknown[];
};

type EntityFilter = { q?: string | undefined; kind?: string | undefined };

const rootRows = rawRows({ rootId: text });
const groupRows = rawRows({ rootId: text });

/**
 * Reads and writes entities and their mentions. All reads show only mentions in documents that the reader may see, and no entity that has no
 * other mentions. Entities that people merged are one, under the id of the entity that the others were merged into.
 */
export function entityRepository(tx: Tx, scope: Scope) {
  const { workspaceId } = scope;
  const seen = seenMentions(scope);
  const matching = ({ q, kind }: EntityFilter) => Prisma.sql`
      ${kind ? Prisma.sql`and e.kind = ${kind}` : Prisma.empty}
      ${q ? Prisma.sql`and e.root_id in (select e.root_id from ${seen} and m.name ilike ${`%${literally(q)}%`})` : Prisma.empty}`;

  return {
    /** Lists the entities, those of most documents first. */
    list: async (
      filter: EntityFilter,
      page: { limit: number; cursor?: string | undefined },
    ): Promise<Page<Entity>> => {
      const after = afterNumber(page.cursor, "entities");
      const rows = await entityRows(tx)`
        select e.root_id as id, min(e.kind) as kind, ${shownName} as name,
               count(distinct m.document_id)::int as "documentCount", sum(m.count)::int as "mentionCount"
          from ${seen} ${matching(filter)}
         group by e.root_id
        having (count(distinct m.document_id)::int, e.root_id) < (${after?.number ?? 2_147_483_647}, ${after?.id ?? ""})
         order by count(distinct m.document_id)::int desc, e.root_id desc
         limit ${page.limit + 1}`;
      return toPage(rows, {
        limit: page.limit,
        list: "entities",
        keyOf: ({ documentCount, id }) => [String(documentCount), id],
      });
    },

    /** Counts the entities of each kind. */
    countByKind: (filter: Pick<EntityFilter, "q">) =>
      kindCounts(tx)`
        select e.kind, count(distinct e.root_id)::int as count
          from ${seen} ${matching(filter)}
         group by e.kind order by e.kind`,

    /** Returns an entity, or the one that it was merged into; null if the reader sees no mention of it. */
    find: async (id: string): Promise<Entity | null> => {
      const [row] = await entityRows(tx)`
        select e.root_id as id, min(e.kind) as kind, ${shownName} as name,
               count(distinct m.document_id)::int as "documentCount", sum(m.count)::int as "mentionCount"
          from ${seen} and e.root_id = (select root_id from entities where id = ${id} and workspace_id = ${workspaceId})
         group by e.root_id`;
      return row ?? null;
    },

    /** Lists the forms of its name, the commonest first. */
    aliases: (rootId: string): Promise<EntityAlias[]> =>
      aliasRows(tx)`
        select m.entity_id as "entityId", m.name, count(distinct m.document_id)::int as "documentCount"
          from ${seen} and e.root_id = ${rootId}
         group by m.entity_id, m.name
         order by count(distinct m.document_id) desc, m.name limit 100`,

    /** Lists the documents that name it, newest first. */
    documents: async (
      rootId: string,
      page: { limit: number; cursor?: string | undefined },
    ): Promise<Page<EntityDocument>> => {
      const after = afterTime(page.cursor, "entity-documents");
      const rows = await mentionRows(tx)`
        select d.id as "documentId", d.title, d.format, d.type, d.created_at as "createdAt",
               sum(m.count)::int as "mentionCount", jsonb_agg(m.evidence) as evidence
          from ${seen} and e.root_id = ${rootId}
               ${after ? Prisma.sql`and (d.created_at, d.id) < (${after.at}, ${after.id})` : Prisma.empty}
         group by d.id
         order by d.created_at desc, d.id desc
         limit ${page.limit + 1}`;
      const documents = rows.map((row) => ({
        ...row,
        evidence: listed(row.evidence).flatMap(listed),
      }));
      return toPage(documents, {
        limit: page.limit,
        list: "entity-documents",
        keyOf: (row) => [row.createdAt.toISOString(), row.documentId],
      });
    },

    /** Lists the entities that a document names, under the names that it uses. */
    inDocument: (documentId: string): Promise<RowsOf<typeof namedRows>[]> =>
      namedRows(tx)`
        select e.root_id as "entityId", e.kind, m.name
          from ${seen} and m.document_id = ${documentId} order by m.name limit 1000`,

    /** Lists the entities that the same documents name, those of most shared documents first. */
    related: (rootId: string, limit: number): Promise<RelatedEntity[]> =>
      relatedRows(tx)`
        select e.root_id as id, min(e.kind) as kind, ${shownName} as name,
               count(distinct m.document_id)::int as "documentCount"
          from ${seen} and e.root_id <> ${rootId}
               and m.document_id in (select m.document_id from ${seen} and e.root_id = ${rootId})
         group by e.root_id
         order by count(distinct m.document_id) desc, sum(m.count) desc, e.root_id
         limit ${limit}`,

    /** Replaces what a document says of entities, so that understanding it twice leaves one set. Removes entities that nothing names now. */
    replaceMentions: async (documentId: string, mentions: readonly NewMention[]): Promise<void> => {
      await takeTurns();
      const before = await namedIn([documentId]);
      await tx.entityMention.deleteMany({ where: { workspaceId, documentId } });
      const ids = await idsOf(mentions);
      await tx.entityMention.createMany({
        data: mentions.flatMap(({ kind, key, ...mention }) => {
          const entityId = ids.get(`${kind} ${key}`);
          return entityId ? [{ documentId, entityId, workspaceId, ...mention }] : [];
        }),
      });
      await removeUnnamed(before);
    },

    /** Returns the ids of the entities that these documents name, to remove those that nothing names when the documents are gone. */
    namedIn,

    /** Removes those of these entities that no document names now. */
    removeUnnamed: async (rootIds: readonly string[]): Promise<void> => {
      await takeTurns();
      await removeUnnamed(rootIds);
    },

    /** Makes an entity, with all that was merged into it, a part of another one. */
    merge: async (id: string, intoId: string): Promise<void> => {
      await takeTurns();
      const [into] = await groupRows(tx)`
        select root_id as "rootId" from entities where id = ${intoId} and workspace_id = ${workspaceId}`;
      if (!into) return;
      await tx.entity.update({ where: { id, workspaceId }, data: { mergedIntoId: intoId } });
      await setRoot(id, into.rootId);
    },

    /** Makes an entity that was merged its own again, with all that was merged into it before. */
    split: async (id: string): Promise<void> => {
      await takeTurns();
      await tx.entity.update({ where: { id, workspaceId }, data: { mergedIntoId: null } });
      await setRoot(id, id);
    },

    /** Returns the id of the entity that this one was merged into; null if into none. */
    mergedInto: async (id: string): Promise<string | null> => {
      const row = await tx.entity.findFirst({
        where: { workspaceId, id },
        select: { mergedIntoId: true },
      });
      return row?.mergedIntoId ?? null;
    },
  };

  /** Makes writers of entities of the workspace wait for each other, so that none removes what another is about to name. */
  async function takeTurns(): Promise<void> {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId}/entities`}, 0))`;
  }

  async function idsOf(mentions: readonly NewMention[]): Promise<Map<string, string>> {
    const named = mentions.map(({ kind, key }) => ({ id: newId("ent"), workspaceId, kind, key }));
    await tx.entity.createMany({
      data: named.map((each) => ({ ...each, rootId: each.id })),
      skipDuplicates: true,
    });
    const rows = await tx.entity.findMany({
      where: { workspaceId, key: { in: named.map(({ key }) => key) } },
      select: { id: true, kind: true, key: true },
    });
    return new Map(rows.map(({ id, kind, key }) => [`${kind} ${key}`, id]));
  }

  async function namedIn(documentIds: readonly string[]): Promise<string[]> {
    const rows = await rootRows(tx)`
      select distinct e.root_id as "rootId" from entity_mentions m join entities e on e.id = m.entity_id
       where m.workspace_id = ${workspaceId} and m.document_id = any(${[...documentIds]})`;
    return rows.map(({ rootId }) => rootId);
  }

  async function removeUnnamed(rootIds: readonly string[]): Promise<void> {
    if (rootIds.length === 0) return;
    await tx.$executeRaw`
      delete from entities gone where root_id = any(${[...rootIds]}) and workspace_id = ${workspaceId}
         and not exists (select 1 from entities e join entity_mentions m on m.entity_id = e.id
                          where e.workspace_id = ${workspaceId} and e.root_id = gone.root_id)`;
  }

  async function setRoot(id: string, rootId: string): Promise<void> {
    await tx.$executeRaw`
      with recursive part as (
        select id from entities where id = ${id} and workspace_id = ${workspaceId}
        union
        select e.id from entities e join part p on e.merged_into_id = p.id where e.workspace_id = ${workspaceId}
      )
      update entities set root_id = ${rootId} where id in (select id from part) and workspace_id = ${workspaceId}`;
  }
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
