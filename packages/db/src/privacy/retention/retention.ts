import { assured, boolean, integer, nullable, text, timestamp } from "@besunny/sql/rows/column";
import { afterTime, type Page, toPage } from "../../cursor";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../../workspace/tx";
import { decidedBy, type TriedRule } from "./decided-sql";

const LIST = "retained";

/** The documents that a rule decides on: how many, how many a hold keeps, and how many are due by a moment. */
export type RuleCounts = {
  ruleId: string;
  decided: number;
  held: number;
  due: number;
  nextAt: Date | null;
};

/** A document that a rule decides on. The title is for those who see it. */
export type Retained = { id: string; title: string; isSeen: boolean; due: Date; isHeld: boolean };

type ListedPage = {
  ruleId: string;
  now: Date;
  cursor?: string | null | undefined;
  limit: number;
};
type At = { now: Date; by: Date };

/** Finds what rules of retention say of documents, and keeps which documents were announced. */
export function retentionRepository(tx: Tx, scope: Scope) {
  const { workspaceId } = scope;
  return {
    /** Counts the documents of each rule. `due` are those whose time is over by a moment and that no hold keeps. */
    countByRule: (rules: readonly TriedRule[], { now, by }: At): Promise<RuleCounts[]> =>
      countRows(tx)`
        with recursive ${decidedBy(rules, scope, now)}
        select rule_id as "ruleId", count(*)::int as decided, (count(*) filter (where is_held))::int as held,
               (count(*) filter (where due <= ${by} and not is_held))::int as due,
               min(due) filter (where not is_held) as "nextAt"
          from decided group by 1 order by 1`,

    /** Counts the documents that fit a rule and on which another decides, by that other. */
    countOverruled: (rules: readonly TriedRule[], ruleId: string, now: Date) =>
      overruledRows(tx)`
        with recursive ${decidedBy(rules, scope, now)}
        select d.rule_id as "ruleId", count(*)::int as documents
          from decided d where ${ruleId} = any(d.fitting) and d.rule_id <> ${ruleId} group by 1 order by 1`,

    /** Lists the documents that a rule decides on, the first to go first, after a place in the list. */
    list: async (
      rules: readonly TriedRule[],
      { ruleId, now, cursor, limit }: ListedPage,
    ): Promise<Page<Retained>> => {
      const after = afterTime(cursor, LIST);
      const rows = await retainedRows(tx)`
        with recursive ${decidedBy(rules, scope, now)}
        select id, title, is_seen as "isSeen", due, is_held as "isHeld" from decided
         where rule_id = ${ruleId} and (date_trunc('milliseconds', due), id) > (${after?.at ?? new Date(-1e12)}, ${after?.id ?? ""})
         order by date_trunc('milliseconds', due), id limit ${limit + 1}`;
      const keyOf = ({ due, id }: Retained) => [due.toISOString(), id];
      return toPage(rows, { limit, list: LIST, keyOf });
    },

    /** Forgets documents that are kept after all: held, restored, or under another rule. Returns how many there were. */
    forgetKept: (rules: readonly TriedRule[], { now, by }: At): Promise<number> =>
      tx.$executeRaw`
        with recursive ${decidedBy(rules, scope, now)}
        delete from retention_marks m using documents d
         where m.workspace_id = ${workspaceId} and d.id = m.document_id and d.trashed_at is null
           and (m.erase_at is not null or not exists (
             select from decided x where x.id = m.document_id and x.due <= ${by} and not x.is_held))`,

    /** Notes documents whose time is over by a moment, that were not announced yet. Returns them. */
    markDue: (
      rules: readonly TriedRule[],
      { now, by, limit }: At & { limit: number },
    ): Promise<{ id: string; uploadedById: string | null }[]> =>
      markedRows(tx)`
        with recursive ${decidedBy(rules, scope, now)},
        fresh as (
          select x.id, x.rule_id, x.uploaded_by_id from decided x
           where x.due <= ${by} and not x.is_held and not exists (select from retention_marks m where m.document_id = x.id)
           order by x.due, x.id limit ${limit}
        ), marked as (
          insert into retention_marks (document_id, workspace_id, rule_id, told_at, trash_at)
          select id, ${workspaceId}, rule_id, ${now}, ${by} from fresh
          on conflict do nothing returning document_id
        )
        select f.id, f.uploaded_by_id as "uploadedById" from fresh f join marked m on m.document_id = f.id order by 1`,

    /** Lists documents that go to the trash now: their time is over, they were announced, and no hold keeps them. */
    listToTrash: async (
      rules: readonly TriedRule[],
      { now, limit }: { now: Date; limit: number },
    ): Promise<string[]> => {
      const rows = await dueRows(tx)`
        with recursive ${decidedBy(rules, scope, now)}
        select x.id from decided x join retention_marks m on m.document_id = x.id
         where m.trash_at <= ${now} and m.erase_at is null and x.due <= ${now} and not x.is_held order by x.due, x.id limit ${limit}`;
      return rows.map(({ id }) => id);
    },

    /** Sets the day on which documents that went to the trash are erased, with their attachments. Returns how many files there are by rule. */
    setErasure: (): Promise<{ ruleId: string; documents: number }[]> =>
      ruleRows(tx)`
        with recursive gone as (
          select d.id, m.rule_id, m.told_at, m.trash_at, d.trashed_at + make_interval(days => r.trash_days) as erase_at
            from retention_marks m join documents d on d.id = m.document_id join retention_rules r on r.id = m.rule_id
           where m.workspace_id = ${workspaceId} and m.erase_at is null and d.trashed_at >= m.trash_at
          union
          select d.id, g.rule_id, g.told_at, g.trash_at, g.erase_at from gone g join documents d on d.parent_id = g.id
           where d.workspace_id = ${workspaceId} and d.trashed_at is not null
        ), marked as (
          insert into retention_marks (document_id, workspace_id, rule_id, told_at, trash_at, erase_at)
          select id, ${workspaceId}, rule_id, told_at, trash_at, erase_at from gone
          on conflict (document_id) do update set erase_at = excluded.erase_at
          returning rule_id
        )
        select rule_id as "ruleId", count(*)::int as documents from marked group by 1 order by 1`,

    /** Lists documents in the trash that a rule erases now and that no hold keeps. */
    listToErase: async (now: Date, limit: number): Promise<string[]> => {
      const rows = await erasableRows(tx)`
        select m.document_id as id from retention_marks m join documents d on d.id = m.document_id
         where m.workspace_id = ${workspaceId} and m.erase_at <= ${now} and d.trashed_at is not null and not exists (
           select from held_documents h join legal_holds l on l.id = h.hold_id
            where h.document_id = d.id and l.released_at is null and (l.until is null or l.until > ${now}))
         order by m.erase_at, 1 limit ${limit}`;
      return rows.map(({ id }) => id);
    },

    /** Returns the rules by which documents are erased. */
    rulesOf: async (documentIds: readonly string[]): Promise<Map<string, string>> => {
      const marks = await tx.retentionMark.findMany({
        where: { workspaceId, documentId: { in: [...documentIds] }, eraseAt: { not: null } },
        orderBy: { documentId: "asc" },
        select: { documentId: true, ruleId: true },
      });
      return new Map(marks.map(({ documentId, ruleId }) => [documentId, ruleId]));
    },
  };
}

const countRows = rawRows({
  ruleId: text,
  decided: assured(integer),
  held: assured(integer),
  due: assured(integer),
  nextAt: nullable(timestamp),
});
const overruledRows = rawRows({ ruleId: text, documents: assured(integer) });
const retainedRows = rawRows({
  id: text,
  title: text,
  isSeen: assured(boolean),
  due: assured(timestamp),
  isHeld: assured(boolean),
});
const markedRows = rawRows({ id: text, uploadedById: nullable(text) });
const dueRows = rawRows({ id: text });
const erasableRows = rawRows({ id: text });
const ruleRows = rawRows({ ruleId: text, documents: assured(integer) });
