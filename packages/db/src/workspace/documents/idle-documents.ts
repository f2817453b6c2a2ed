import type { Prisma } from "../../generated/client";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";
import { type DocumentFilter, documentWhere } from "./document-filter";
import { lookedUp } from "./looked-up";

/** Keeps only documents in no project, in one of `in`, or in an open project that is not in `notIn`. Null means all. */
type Changeable = { in: readonly string[]; notIn: readonly string[] } | null;

type Wanted = DocumentFilter & {
  ids?: readonly string[] | undefined;
  changeable?: Changeable | undefined;
};

/** Finds the visible documents that can be processed now: those without an open run. */
export function idleDocuments(tx: Tx, scope: Scope) {
  const { workspaceId, principals } = scope;
  const where = async ({
    ids,
    changeable,
    ...filter
  }: Wanted): Promise<Prisma.DocumentWhereInput> => ({
    AND: [
      { workspaceId, access: { hasSome: [...principals] } },
      documentWhere(await lookedUp(tx, scope, filter), principals),
      ids ? { id: { in: [...ids] } } : {},
      changeable ? changeableWhere(changeable) : {},
    ],
  });

  return {
    /** Lists visible documents of a filter without an open run, oldest first. */
    listIdle: async (wanted: Wanted, limit: number): Promise<string[]> => {
      const rows = await tx.document.findMany({
        where: { ...(await where(wanted)), ...isIdle },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        take: limit,
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /** Counts visible documents of a filter, and those of them without an open run. */
    countIdle: async (wanted: Wanted): Promise<{ all: number; idle: number }> => {
      const matching = await where(wanted);
      const all = await tx.document.count({ where: matching });
      const idle = all === 0 ? 0 : await tx.document.count({ where: { ...matching, ...isIdle } });
      return { all, idle };
    },
  };
}

const isIdle = {
  runs: { none: { state: { in: ["queued", "running"] } } },
} satisfies Prisma.DocumentWhereInput;

function changeableWhere(given: {
  in: readonly string[];
  notIn: readonly string[];
}): Prisma.DocumentWhereInput {
  const held = { projectId: { in: [...given.in] } };
  const open = { projectId: { notIn: [...given.notIn] }, project: { isRestricted: false } };
  return { OR: [{ projects: { none: {} } }, { projects: { some: { OR: [held, open] } } }] };
}
