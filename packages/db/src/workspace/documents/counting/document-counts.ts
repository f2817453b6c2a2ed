import type { Prisma } from "../../../generated/client";
import type { Scope } from "../../../scope";
import type { Tx } from "../../tx";
import { type DocumentFilter, documentWhere } from "../document-filter";
import { lookedUp } from "../looked-up";
import { type Counted, type DocumentFacet, facetCounts } from "./facet-counts";

/** The number of documents with a value. `value` is null for documents without one; `name` is for people. */
export type DocumentCount = { value: string | null; name: string | null; count: number };

/** All documents of a filter, and those with each value of the facets and fields that were asked for; by their names and ids. */
export type DocumentCounts = {
  total: number;
  facets: Partial<Record<DocumentFacet, DocumentCount[]>>;
  fields: Map<string, DocumentCount[]>;
};

/** Counts the visible documents of filters. */
export function documentCounts(tx: Tx, scope: Scope) {
  const { workspaceId, principals } = scope;
  const matching = async (filter: DocumentFilter): Promise<Prisma.DocumentWhereInput> => ({
    AND: [
      { workspaceId, access: { hasSome: [...principals] } },
      documentWhere(await lookedUp(tx, scope, filter), principals),
    ],
  });

  return {
    count: async (filter: DocumentFilter): Promise<number> =>
      tx.document.count({ where: await matching(filter) }),

    /** Counts the documents for each value, the commonest first; years newest first. No tags are listed where no document has one. */
    countFacets: async (filter: DocumentFilter, counted: Counted): Promise<DocumentCounts> => {
      const rows = await facetCounts(tx, scope, await matching(filter), counted);
      const byFacet = Map.groupBy(rows, ({ facet }) => facet);
      const of = (facet: string): DocumentCount[] =>
        (byFacet.get(facet) ?? []).map(({ value, name, count }) => ({ value, name, count }));
      const shown = (facet: DocumentFacet): DocumentCount[] => {
        if (facet === "year") return of(facet).sort((a, b) => Number(b.value) - Number(a.value));
        const all = of(facet);
        return facet === "tag" && all.every(({ value }) => value === null) ? [] : inOrder(all);
      };
      return {
        total: byFacet.get("total")?.[0]?.count ?? 0,
        facets: Object.fromEntries(counted.facets.map((facet) => [facet, shown(facet)])),
        fields: new Map(
          counted.fieldIds.map((id) => [
            id,
            inOrder(of(id).map((each) => ({ ...each, name: each.value }))),
          ]),
        ),
      };
    },
  };
}

/** Puts the commonest value first. */
function inOrder(counts: DocumentCount[]): DocumentCount[] {
  return counts.sort((a, b) => b.count - a.count || text(a).localeCompare(text(b)));
}

function text({ name, value }: DocumentCount): string {
  return name ?? value ?? "";
}
