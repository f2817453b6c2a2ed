import { assured, integer, text } from "@besunny/sql/rows/column";
import { Prisma } from "../generated/client";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import { register } from "../stores/register";
import type { Store } from "../stores/store";
import type { Tx } from "../workspace/tx";

/** The number of rows of a table that name a subject. */
export type StoreCount = { subject: string; store: string; found: number };

/** A table of the register, for people. */
export type ListedStore = Pick<Store, "table" | "holds" | "workspace" | "held"> & {
  documents: Store["documents"];
  people: Store["people"];
};

const countRows = rawRows({
  subject: assured(text),
  store: assured(text),
  found: assured(integer),
});

/** Reads tables as the register of stores describes them. */
export function storeRowRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Lists the register. */
    list: (): ListedStore[] =>
      Object.values<Store>(register).map(
        ({ table, holds, workspace, held, documents, people }) => ({
          table,
          holds,
          workspace,
          held,
          documents,
          people,
        }),
      ),

    /** Counts the rows of each table that belong to these documents. Tables without such rows are left out. */
    countOfDocuments: (ids: readonly string[]): Promise<StoreCount[]> =>
      countRows(tx)`
        select subject, store, sum(found)::int as found from (${Prisma.join(
          ofDocuments.map(
            ({ table, column }) => Prisma.sql`
              select ${Prisma.raw(`"${column}"`)} as subject, ${table}::text as store, count(*)::int as found
                from ${Prisma.raw(`"${table}"`)} where workspace_id = ${workspaceId} and ${Prisma.raw(`"${column}"`)} = any(${[...ids]}::text[]) group by 1`,
          ),
          " union all ",
        )}) as counted group by 1, 2 order by 1, 2`,

    /** Returns the outside models that were sent text of these documents, with the last time. */
    listSentTo: async (
      ids: readonly string[],
    ): Promise<{ documentId: string; provider: string; lastAt: Date }[]> => {
      const groups = await tx.modelCall.groupBy({
        by: ["documentId", "provider"],
        where: { workspaceId, documentId: { in: [...ids] } },
        _max: { createdAt: true },
      });
      return groups.flatMap(({ documentId, provider, _max }) =>
        documentId && _max.createdAt ? [{ documentId, provider, lastAt: _max.createdAt }] : [],
      );
    },
  };
}

/** The columns by which rows go with their document. */
const ofDocuments = Object.values<Store>(register).flatMap(({ table, documents }) =>
  Object.entries(documents).flatMap(([column, erase]) =>
    erase === "delete" ? [{ table, column }] : [],
  ),
);
