import type { Prisma } from "../../generated/client";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";
import { type DocumentFilter, documentWhere } from "./document-filter";
import { withDuplicates } from "./document-likeness";
import { visibleProject } from "./visible-project";

/** The values by which documents are counted. */
export const documentFacets = ["type", "project", "tag", "status", "language", "year"] as const;
export type DocumentFacet = (typeof documentFacets)[number];

/** The number of documents with a value. `value` is null for documents without one; `name` is for people. */
export type DocumentCount = { value: string | null; name: string | null; count: number };

/** Counts the visible documents of filters. */
export function documentCounts(tx: Tx, scope: Scope) {
  const { workspaceId, principals } = scope;
  const matching = (filter: DocumentFilter): Prisma.DocumentWhereInput => ({
    AND: [{ workspaceId, access: { hasSome: [...principals] } }, documentWhere(filter, principals)],
  });

  return {
    count: async (filter: DocumentFilter): Promise<number> =>
      tx.document.count({ where: matching(await withDuplicates(tx, scope, filter)) }),

    /** Counts the documents for each value of a facet, the commonest value first; years newest first. */
    countBy: async (facet: DocumentFacet, given: DocumentFilter): Promise<DocumentCount[]> => {
      const filter = await withDuplicates(tx, scope, given);
      if (facet === "year") return years(filter);
      const counts =
        facet === "project"
          ? await projects(filter)
          : facet === "tag"
            ? await tags(filter)
            : await values(facet, filter);
      return inOrder(counts);
    },

    /** Counts the documents by type, status and language and in all, in one pass over the documents of a filter. */
    countTogether: async (
      given: DocumentFilter,
    ): Promise<Record<TogetherFacet, DocumentCount[]> & { total: number }> => {
      const filter = await withDuplicates(tx, scope, given);
      const groups = await tx.document.groupBy({
        by: [...togetherFacets],
        where: matching(filter),
        _count: { _all: true },
      });
      const sumsOf = (facet: TogetherFacet) => {
        const sums = new Map<string | null, number>();
        for (const group of groups)
          sums.set(group[facet], (sums.get(group[facet]) ?? 0) + group._count._all);
        return inOrder([...sums].map(([value, count]) => ({ value, name: null, count })));
      };
      return {
        type: sumsOf("type"),
        status: sumsOf("status"),
        language: sumsOf("language"),
        total: groups.reduce((sum, { _count }) => sum + _count._all, 0),
      };
    },

    /** Counts the documents of each folder, without those in folders within it. Documents in no folder have the value null. */
    countByFolder: async (given: DocumentFilter): Promise<DocumentCount[]> => {
      const filter = await withDuplicates(tx, scope, given);
      const groups = await tx.document.groupBy({
        by: ["folder"],
        where: matching(filter),
        _count: { _all: true },
      });
      return groups.map(({ folder, _count }) => ({
        value: folder,
        name: folder,
        count: _count._all,
      }));
    },

    /** Counts the documents for each value of a field that the workspace defined, the commonest first, of these many values. */
    countByField: async (
      fieldId: string,
      given: DocumentFilter,
      most: number,
    ): Promise<DocumentCount[]> => {
      const filter = await withDuplicates(tx, scope, given);
      const groups = await tx.customFieldValue.groupBy({
        by: ["text"],
        where: { workspaceId, fieldId, document: matching(filter) },
        _count: { _all: true },
        orderBy: [{ _count: { text: "desc" } }, { text: "asc" }],
        take: most,
      });
      return groups.map(({ text: value, _count }) => ({ value, name: value, count: _count._all }));
    },
  };

  async function values(
    facet: "type" | "status" | "language",
    filter: DocumentFilter,
  ): Promise<DocumentCount[]> {
    const groups = await tx.document.groupBy({
      by: [facet],
      where: matching(filter),
      _count: { _all: true },
    });
    return groups.map(({ _count, ...group }) => ({
      value: group[facet],
      name: null,
      count: _count._all,
    }));
  }

  async function projects(filter: DocumentFilter): Promise<DocumentCount[]> {
    const where = { workspaceId, document: matching(filter), project: visibleProject(principals) };
    const groups = await tx.documentProject.groupBy({
      by: ["projectId"],
      where,
      _count: { _all: true },
    });
    const named = await tx.project.findMany({
      where: { workspaceId, id: { in: groups.map(({ projectId }) => projectId) } },
      select: { id: true, name: true },
    });
    const names = new Map(named.map(({ id, name }) => [id, name]));
    return groups.map(({ projectId, _count }) => ({
      value: projectId,
      name: names.get(projectId) ?? null,
      count: _count._all,
    }));
  }

  async function tags(filter: DocumentFilter): Promise<DocumentCount[]> {
    const groups = await tx.documentTag.groupBy({
      by: ["tagId"],
      where: { workspaceId, document: matching(filter) },
      _count: { _all: true },
    });
    if (groups.length === 0) return [];
    const named = await tx.tag.findMany({
      where: { workspaceId, id: { in: groups.map(({ tagId }) => tagId) } },
      select: { id: true, name: true },
    });
    const names = new Map(named.map(({ id, name }) => [id, name]));
    const bare = await tx.document.count({
      where: { AND: [matching(filter), { tags: { none: {} } }] },
    });
    return [
      ...groups.map(({ tagId, _count }) => ({
        value: tagId,
        name: names.get(tagId) ?? null,
        count: _count._all,
      })),
      ...(bare > 0 ? [{ value: null, name: null, count: bare }] : []),
    ];
  }

  async function years(filter: DocumentFilter): Promise<DocumentCount[]> {
    const groups = await tx.document.groupBy({
      by: ["datedOn"],
      where: matching(filter),
      _count: { _all: true },
    });
    const counts = new Map<number, number>();
    for (const { datedOn, _count } of groups) {
      const year = datedOn.getUTCFullYear();
      counts.set(year, (counts.get(year) ?? 0) + _count._all);
    }
    return [...counts]
      .sort(([one], [other]) => other - one)
      .map(([year, count]) => ({ value: String(year), name: null, count }));
  }
}

/** The facets that have few values, so that their combinations are few too. */
const togetherFacets = ["type", "status", "language"] as const;
type TogetherFacet = (typeof togetherFacets)[number];

/** Puts the commonest value first. */
function inOrder(counts: DocumentCount[]): DocumentCount[] {
  return counts.sort((a, b) => b.count - a.count || text(a).localeCompare(text(b)));
}

function text({ name, value }: DocumentCount): string {
  return name ?? value ?? "";
}
