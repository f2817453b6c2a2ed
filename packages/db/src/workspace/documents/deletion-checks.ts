import { assured, integer, text } from "@besunny/sql/rows/column";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

const leftovers = rawRows({ store: assured(text), found: assured(integer) });

/** Phrases of a document to look for, and the number of its rows by table. */
type NewCheck = {
  documentId: string;
  phrases: readonly string[];
  contentHash: string;
  ruleId: string | null;
  found: Record<string, number>;
  sentTo: readonly { provider: string; lastAt: string }[];
};

/** Proves that nothing is left of documents that were deleted for good. */
export function deletionCheckRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Keeps phrases of documents that are about to be deleted, until they were looked for. */
    addMany: async (checks: readonly NewCheck[]): Promise<void> => {
      await tx.deletionCheck.createMany({
        data: checks.map(({ phrases, sentTo, ...check }) => ({
          workspaceId,
          ...check,
          phrases: [...phrases],
          sentTo: [...sentTo],
        })),
        skipDuplicates: true,
      });
    },

    /** Returns what is known of these documents from before their deletion. */
    findMany: (documentIds: readonly string[]) =>
      tx.deletionCheck.findMany({
        where: { workspaceId, documentId: { in: [...documentIds] } },
        orderBy: { documentId: "asc" },
        select: {
          documentId: true,
          phrases: true,
          contentHash: true,
          found: true,
          sentTo: true,
          ruleId: true,
          createdAt: true,
        },
      }),

    /** Adds what was found outside of the tables, once: what was noted before stays. */
    noteFound: async (documentId: string, found: Record<string, number>): Promise<void> => {
      await tx.$executeRaw`
        update deletion_checks set found = ${JSON.stringify(found)}::jsonb || found
         where workspace_id = ${workspaceId} and document_id = ${documentId}`;
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
