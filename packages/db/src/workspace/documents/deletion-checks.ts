import { assured, integer, text } from "@besunny/sql/rows/column";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

const leftovers = rawRows({ store: assured(text), found: assured(integer) });

/** Proves that nothing is left of documents that were deleted for good. */
export function deletionCheckRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Keeps phrases of documents that are about to be deleted, until they were looked for. */
    addMany: async (
      checks: readonly { documentId: string; phrases: readonly string[] }[],
    ): Promise<void> => {
      await tx.deletionCheck.createMany({
        data: checks.map(({ documentId, phrases }) => ({
          workspaceId,
          documentId,
          phrases: [...phrases],
        })),
        skipDuplicates: true,
      });
    },

    /** Returns the phrases of these documents. */
    listPhrases: async (documentIds: readonly string[]): Promise<string[]> => {
      const rows = await tx.deletionCheck.findMany({
        where: { workspaceId, documentId: { in: [...documentIds] } },
        select: { phrases: true },
      });
      return rows.flatMap(({ phrases }) => phrases);
    },

    /** Counts the rows of the workspace that hold something of these documents or one of the phrases, by table. */
    countLeftovers: (
      documentIds: readonly string[],
      phrases: readonly string[],
    ): Promise<{ store: string; found: number }[]> =>
      leftovers(tx)`
        select store, amount::int as found from leftovers_of(${[...documentIds]}::text[], ${[...phrases]}::text[])`,

    remove: async (documentIds: readonly string[]): Promise<void> => {
      await tx.deletionCheck.deleteMany({
        where: { workspaceId, documentId: { in: [...documentIds] } },
      });
    },
  };
}
