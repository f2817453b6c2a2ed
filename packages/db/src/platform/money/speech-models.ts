import type { PlatformTx } from "../platform-tx";

type SpeechModel = { server: string; model: string };

/** The parts of an answer that a server for speech returns for a model, and the way of asking that it takes. */
export type SpeechGivesRow = {
  way: string;
  words: boolean;
  times: boolean;
  speakers: boolean;
  confidence: boolean;
};

/** Stores what servers for speech return. */
export function speechModelRepository(tx: PlatformTx) {
  return {
    find: ({ server, model }: SpeechModel): Promise<SpeechGivesRow | null> =>
      tx.speechModel.findUnique({
        where: { server_model: { server, model } },
        select: { way: true, words: true, times: true, speakers: true, confidence: true },
      }),

    put: async ({ server, model }: SpeechModel, gives: SpeechGivesRow, at: Date): Promise<void> => {
      await tx.speechModel.upsert({
        where: { server_model: { server, model } },
        create: { server, model, ...gives, seenAt: at },
        update: { ...gives, seenAt: at },
        select: { way: true },
      });
    },
  };
}
