import { boolean, nullable, ownJson, text } from "@besunny/sql/rows/column";

import { type RowsOf, rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

/** A fact of a document, as conditions ask for it. Days are texts. */
export type RecordFact = {
  name: string;
  text: string;
  kind: string | null;
  number: number | null;
  currency: string | null;
  date: string | null;
  confidence: number;
  isNew: boolean | null;
};
/** A value of a field that the workspace defined. */
export type RecordValue = {
  key: string;
  kind: string;
  text: string;
  number: number | null;
  date: string | null;
};

const recordRows = rawRows({
  id: text,
  facts: ownJson<RecordFact[]>(),
  values: ownJson<RecordValue[]>(),
  parties: ownJson<string[]>(),
  hasNewParty: nullable(boolean),
  sourceId: nullable(text),
  meeting: nullable(ownJson<{ id: string; title: string; beganAt: string | null }>()),
});
/** The surroundings of a document, for the conditions of automations. */
export type RecordRow = RowsOf<typeof recordRows>;

/** Reads what conditions ask for beside the document itself. "New" compares with documents that the reader sees and that came before. */
export function ruleRecordRepository(tx: Tx, { workspaceId, principals }: Scope) {
  return {
    around: (
      ids: readonly string[],
      { asksNewFacts, asksNewParties }: { asksNewFacts: boolean; asksNewParties: boolean },
    ): Promise<RecordRow[]> =>
      recordRows(tx)`
        select d.id,
               (select coalesce(json_agg(json_build_object(
                          'name', f.name, 'text', f.text, 'kind', f.kind, 'number', f.number, 'currency', f.currency,
                          'date', f.date, 'confidence', f.confidence,
                          'isNew', case when ${asksNewFacts} then not exists (
                             select 1 from document_facts o join documents e on e.id = o.document_id
                              where o.workspace_id = f.workspace_id and o.name = f.name
                                and left(lower(o.text), 100) = left(lower(f.text), 100) and o.document_id <> f.document_id
                                and (e.created_at, e.id) < (d.created_at, d.id)
                                and e.trashed_at is null and e.access && ${[...principals]}::text[]) end)
                        order by f.position), '[]')
                  from document_facts f where f.document_id = d.id) as facts,
               (select coalesce(json_agg(json_build_object('key', c.key, 'kind', c.kind, 'text', v.text, 'number', v.number, 'date', v.date)
                                         order by c.position), '[]')
                  from custom_field_values v join custom_fields c on c.id = v.field_id
                 where v.document_id = d.id and c.archived_at is null) as values,
               (select coalesce(json_agg(m.name order by m.count desc, m.name), '[]')
                  from entity_mentions m join entities n on n.id = m.entity_id
                 where m.document_id = d.id and n.kind = 'organisation') as parties,
               case when ${asksNewParties} then exists (
                 select 1 from entity_mentions m join entities n on n.id = m.entity_id
                  where m.document_id = d.id and n.kind = 'organisation'
                    and not exists (select 1 from entities w join entity_mentions x on x.entity_id = w.id join documents e on e.id = x.document_id
                                     where w.workspace_id = n.workspace_id and w.root_id = n.root_id and x.document_id <> d.id
                                       and (e.created_at, e.id) < (d.created_at, d.id)
                                       and e.trashed_at is null and e.access && ${[...principals]}::text[])) end as "hasNewParty",
               (select i.source_id from source_items i where i.document_id = d.id order by i.source_id limit 1) as "sourceId",
               (select json_build_object('id', g.id, 'title', g.title, 'beganAt', g.began_at)
                  from meetings g where g.document_id = d.id) as meeting
          from documents d
         where d.workspace_id = ${workspaceId} and d.id = any(${[...ids]}) and d.access && ${[...principals]}::text[]`,
  };
}
