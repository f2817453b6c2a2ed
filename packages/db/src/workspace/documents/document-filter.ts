import type { Prisma } from "../../generated/client";

export type DocumentFilter = {
  q?: string | undefined;
  projectId?: string | undefined;
  type?: string | null | undefined;
  status?: readonly string[] | undefined;
  language?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  isTrashed?: boolean | undefined;
  uploadedById?: string | undefined;
};

/**
 * `type: null` asks for documents without a type; what is undefined does not filter. A project that the principals may not see holds nothing.
 */
export function documentWhere(
  filter: DocumentFilter,
  principals: readonly string[],
): Prisma.DocumentWhereInput {
  return {
    trashedAt: filter.isTrashed ? { not: null } : null,
    ...(filter.type !== undefined && { type: filter.type }),
    ...(filter.status?.length && { status: { in: [...filter.status] } }),
    ...(filter.language && { language: filter.language }),
    ...(filter.uploadedById && { uploadedById: filter.uploadedById }),
    ...(filter.projectId && {
      projects: {
        some: { projectId: filter.projectId, project: visibleProject(principals) },
      },
    }),
    ...((filter.from || filter.to) && {
      createdAt: { ...(filter.from && { gte: filter.from }), ...(filter.to && { lt: filter.to }) },
    }),
    ...(filter.q && {
      OR: [
        { title: { contains: literally(filter.q), mode: "insensitive" } },
        { fileName: { contains: literally(filter.q), mode: "insensitive" } },
      ],
    }),
  };
}

/** Prisma hands `contains` to LIKE as it is, signs of a pattern too. */
function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, "\\$&");
}

/** Open projects are everybody's, restricted ones their members'. */
export function visibleProject(principals: readonly string[]): Prisma.ProjectWhereInput {
  return principals.includes("all")
    ? {}
    : { OR: [{ isRestricted: false }, { id: { in: [...principals] } }] };
}
