import { assured, nullable, ownJson, text } from "@besunny/sql/rows/column";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

const days = rawRows({
  documentId: text,
  title: text,
  type: nullable(text),
  name: assured(text),
  day: assured(text),
  evidence: assured(ownJson<unknown[]>()),
  amount: nullable(text),
});

/** A day that a document states or implies, as `2026-01-31`, with the words that say so. */
export type DueDate = {
  documentId: string;
  title: string;
  type: string | null;
  name: string;
  day: string;
  evidence: unknown[];
  amount: string | null;
};

/** Finds the days by which something has to be done. */
export function dueDateRepository(tx: Tx, { workspaceId, principals }: Scope) {
  return {
    /**
     * Lists the days of facts of these names from one day to another, earliest first. A notice period before an end date sets the last
     * day of notice. The surest fact of a name counts.
     */
    list: (
      { names, from, to }: { names: readonly string[]; from: string; to: string },
      limit: number,
    ): Promise<DueDate[]> => days(tx)`
      select d.id as "documentId", d.title, d.type, f.name, to_char(f.day, 'YYYY-MM-DD') as day, f.evidence,
             (select a.text from document_facts a
               where a.document_id = d.id and a.name in ('amount due', 'total') order by a.name, a.confidence desc limit 1) as amount
        from (
          select * from (
            select distinct on (document_id, name) document_id, name, date as day, evidence
              from document_facts
             where workspace_id = ${workspaceId} and name = any(${[...names]}::text[]) and date is not null
             order by document_id, name, confidence desc, position) stated
          union all
          select * from (
            select distinct on (e.document_id) e.document_id, n.name,
                   (e.date - case when n.normalised ~ '^P([0-9]{1,4}[YMWD])+$' then n.normalised::interval end)::date as day, n.evidence
              from document_facts e join document_facts n on n.document_id = e.document_id and n.name = 'notice period'
             where e.workspace_id = ${workspaceId} and e.name = 'end date' and e.date is not null
             order by e.document_id, e.confidence desc, n.confidence desc) implied) f
        join documents d on d.id = f.document_id
       where d.workspace_id = ${workspaceId} and d.access && ${[...principals]}::text[] and d.trashed_at is null
         and f.day between ${from}::date and ${to}::date
       order by f.day, d.title, f.name, d.id limit ${limit}`,
  };
}
