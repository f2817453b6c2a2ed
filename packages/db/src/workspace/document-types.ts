import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

export type DocumentType = {
  id: string;
  name: string;
  definition: string;
  examples: string[];
  synonyms: string[];
  /** True if models never give it without a person. */
  isOnlySuggested: boolean;
  isOwn: boolean;
  hiddenAt: Date | null;
};

const columns = {
  id: true,
  name: true,
  definition: true,
  examples: true,
  synonyms: true,
  isOnlySuggested: true,
  isOwn: true,
  hiddenAt: true,
} as const;

/** Reads and writes the types of a workspace that are not as they ship. */
export function documentTypeRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    list: (): Promise<DocumentType[]> =>
      tx.documentType.findMany({
        where: { workspaceId },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: columns,
      }),

    /** Makes others who change types of the workspace wait until the transaction ends. */
    lock: async (): Promise<void> => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId}/types`}, 0))`;
    },

    create: (
      type: Omit<DocumentType, "id"> & { createdById: string | null },
    ): Promise<DocumentType> =>
      tx.documentType.create({
        data: { id: newId("typ"), workspaceId, ...type },
        select: columns,
      }),

    update: (
      id: string,
      changes: Partial<Omit<DocumentType, "id" | "isOwn">>,
    ): Promise<DocumentType> =>
      tx.documentType.update({ where: { id, workspaceId }, data: changes, select: columns }),

    remove: async (id: string): Promise<void> => {
      await tx.documentType.deleteMany({ where: { id, workspaceId } });
    },
  };
}
