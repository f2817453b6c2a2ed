import type { PlatformTx } from "../platform-tx";

/** The day (ISO) on which a maker switches a model off. */
export type Retirement = {
  server: string;
  model: string;
  saidBy: string;
  endsOn: string;
  replacement: string | null;
  source: string;
};

/** Stores the days on which models end, by who says so. */
export function modelRetirementRepository(tx: PlatformTx) {
  return {
    list: async (): Promise<Retirement[]> => {
      const rows = await tx.modelRetirement.findMany({
        orderBy: [{ endsOn: "asc" }, { model: "asc" }],
        omit: { seenAt: true },
      });
      return rows.map(({ endsOn, saidBy, ...row }) => ({
        ...row,
        saidBy,
        endsOn: endsOn.toISOString().slice(0, 10),
      }));
    },

    put: async (
      { server, model, saidBy, endsOn, ...rest }: Retirement,
      at: Date,
    ): Promise<void> => {
      const key = { server, model, saidBy };
      const row = { ...rest, endsOn: new Date(endsOn), seenAt: at };
      await tx.modelRetirement.upsert({
        where: { server_model_saidBy: key },
        create: { ...key, ...row },
        update: row,
      });
    },

    /** Takes away what one of them says of a model. Returns false if it said nothing. */
    remove: async (key: Pick<Retirement, "server" | "model" | "saidBy">): Promise<boolean> => {
      const { count } = await tx.modelRetirement.deleteMany({ where: key });
      return count > 0;
    },
  };
}
