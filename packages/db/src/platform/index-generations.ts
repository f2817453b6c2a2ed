import type { Prisma } from "../generated/client";
import type { PlatformTx } from "./platform-tx";

const states = ["filling", "serving", "retired"] as const;
export type GenerationState = (typeof states)[number];

/** An index of passages. `id` names its embedding model. `comparison` is by workspace. */
export type IndexGeneration = {
  id: string;
  state: GenerationState;
  isHeld: boolean;
  comparison: unknown;
  createdAt: Date;
  filledAt: Date | null;
  servedAt: Date | null;
  retiredAt: Date | null;
};

/** Stores which indexes there are and which one serves. */
export function indexGenerationRepository(tx: PlatformTx) {
  return {
    list: async (): Promise<IndexGeneration[]> =>
      (await tx.indexGeneration.findMany({ orderBy: { createdAt: "asc" } })).map(read),

    /** Adds a generation that is not stored yet. Two processes may do so at once. */
    add: async (id: string, state: GenerationState): Promise<void> => {
      await tx.indexGeneration.createMany({
        data: [{ id, state, ...(state === "serving" && { servedAt: new Date() }) }],
        skipDuplicates: true,
      });
    },

    update: async (
      id: string,
      changes: Partial<Omit<IndexGeneration, "id" | "createdAt" | "comparison">> & {
        comparison?: Prisma.InputJsonValue;
      },
    ): Promise<void> => {
      await tx.indexGeneration.updateMany({ where: { id }, data: changes });
    },

    remove: async (id: string): Promise<void> => {
      await tx.indexGeneration.deleteMany({ where: { id } });
    },
  };
}

function read(row: Prisma.IndexGenerationGetPayload<object>): IndexGeneration {
  const state = states.find((each) => each === row.state);
  if (!state) throw new TypeError(`An index is in no state ${row.state}`);
  return { ...row, state };
}
