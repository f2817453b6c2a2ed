import type { Prisma } from "../../generated/client";
import { conditionWhere, type DocumentCondition } from "./document-condition";
import { visibleProject } from "./visible-project";

export type DocumentFilter = {
  /** All of these must hold. */
  conditions?: readonly DocumentCondition[] | undefined;
  projectId?: string | undefined;
  type?: string | null | undefined;
  status?: readonly string[] | undefined;
  language?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  isTrashed?: boolean | undefined;
  uploadedById?: string | undefined;
  /** True: only documents in which personal details were found. */
  hasPersonalData?: boolean | undefined;
  readBefore?: readonly ReadingRelease[] | undefined;
};

/** The release of the reader that reads these formats now. */
export type ReadingRelease = { formats: readonly string[]; release: number };

/**
 * Returns the filter as a `where`. `type: null` means documents without a type; undefined fields do not filter. A project that the
 * principals may not see has no documents. `readBefore` means documents that were read by earlier releases than these.
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
    ...(filter.hasPersonalData && { NOT: { personalKinds: { isEmpty: true } } }),
    ...(filter.uploadedById && { uploadedById: filter.uploadedById }),
    ...(filter.projectId && {
      projects: {
        some: { projectId: filter.projectId, project: visibleProject(principals) },
      },
    }),
    ...((filter.from || filter.to) && {
      createdAt: { ...(filter.from && { gte: filter.from }), ...(filter.to && { lt: filter.to }) },
    }),
    AND: [
      ...(filter.readBefore ? [readBefore(filter.readBefore)] : []),
      ...(filter.conditions ?? []).map((condition) => conditionWhere(condition, principals)),
    ],
  };
}

/** Returns the documents that were read, and by an earlier release of the reader than the one of their format now. */
export function readBefore(releases: readonly ReadingRelease[]): Prisma.DocumentWhereInput {
  return {
    modelKey: { not: null },
    OR: [
      { readingRelease: null },
      ...releases.map(({ formats, release }) => ({
        format: { in: [...formats] },
        readingRelease: { lt: release },
      })),
    ],
  };
}
