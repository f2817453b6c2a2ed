import type { Prisma } from "./generated/client";

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

/** `type: null` asks for documents without a type; what is undefined does not filter. */
export function documentWhere(filter: DocumentFilter): Prisma.DocumentWhereInput {
  return {
    trashedAt: filter.isTrashed ? { not: null } : null,
    ...(filter.type !== undefined && { type: filter.type }),
    ...(filter.status?.length && { status: { in: [...filter.status] } }),
    ...(filter.language && { language: filter.language }),
    ...(filter.uploadedById && { uploadedById: filter.uploadedById }),
    ...(filter.projectId && { projects: { some: { projectId: filter.projectId } } }),
    ...((filter.from || filter.to) && {
      createdAt: { ...(filter.from && { gte: filter.from }), ...(filter.to && { lt: filter.to }) },
    }),
    ...(filter.q && {
      OR: [
        { title: { contains: filter.q, mode: "insensitive" } },
        { fileName: { contains: filter.q, mode: "insensitive" } },
      ],
    }),
  };
}
