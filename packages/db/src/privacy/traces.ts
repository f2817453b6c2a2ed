import { assured, boolean, integer, text } from "@besunny/sql/rows/column";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

/** A document that holds words of a person, and where: `title`, `text`, `names`, `mail` or `uploaded`. */
export type Trace = { documentId: string; title: string; isSeen: boolean; place: string };

const traceRows = rawRows({
  documentId: text,
  title: text,
  isSeen: assured(boolean),
  place: assured(text),
});
const countRows = rawRows({ store: assured(text), found: assured(integer) });
const idRows = rawRows({ id: text });
const accountRows = rawRows({ isGone: assured(boolean) });

/** Finds and erases words of a person, as a pattern of PostgreSQL. */
export function traceRepository(tx: Tx, { workspaceId, principals }: Scope) {
  return {
    /** Lists the documents with such words or uploaded by the member, by title. Titles of those that the principals do not see are empty. */
    listDocuments: (pattern: string, userId: string | null, limit: number): Promise<Trace[]> =>
      traceRows(tx)`
        select d.id as "documentId", case when d.access && ${[...principals]}::text[] then d.title else '' end as title,
               d.access && ${[...principals]}::text[] as "isSeen", f.place
          from documents d cross join lateral (
            select 'title' as place where d.title ~* ${pattern} or d.file_name ~* ${pattern}
            union all select 'text' where exists (select from page_texts p where p.document_id = d.id and p.text ~* ${pattern})
            union all select 'names' where exists (select from entity_mentions m where m.document_id = d.id and m.name ~* ${pattern})
            union all select 'mail' where exists (select from document_mails e where e.document_id = d.id and e.sender ~* ${pattern})
            union all select 'uploaded' where d.uploaded_by_id = ${userId}
          ) f
         where d.workspace_id = ${workspaceId} order by d.title, d.id, f.place limit ${limit}`,

    /** Erases the words from every table, but from these documents. Returns the rows by table. */
    erase: (pattern: string, keptIds: readonly string[]) =>
      countRows(tx)`
        select store, amount::int as found from erase_words(${pattern}, ${[...keptIds]}::text[])`,

    /** Counts the rows that hold the words, by table, but those of these documents. */
    count: (pattern: string, keptIds: readonly string[]) =>
      countRows(tx)`
        select store, amount::int as found from traces_of(${pattern}, ${[...keptIds]}::text[])`,

    /** Lists entries of the audit log whose words match. */
    listAuditEntries: async (pattern: string, limit: number): Promise<string[]> => {
      const rows = await idRows(tx)`
        select id from audit_entries
         where workspace_id = ${workspaceId} and erased_at is null
           and (unescaped(input::text) ~* ${pattern} or unescaped(changes::text) ~* ${pattern} or user_agent ~* ${pattern} or reason ~* ${pattern})
         order by id limit ${limit}`;
      return rows.map(({ id }) => id);
    },

    /** Removes the account of the person of a confirmed request, if they belong to no workspace any more. Returns whether it went. */
    eraseAccount: async (requestId: string): Promise<boolean> => {
      const [row] = await accountRows(tx)`select erase_account(${requestId}) as "isGone"`;
      return row?.isGone ?? false;
    },
  };
}
