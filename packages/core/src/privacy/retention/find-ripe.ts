import { z } from "zod";
import { query } from "../../operation/query";

/** Returns documents that rules of retention move to the trash now, and those in the trash that they erase now. */
export const findRipe = query("privacy.find-ripe", {
  title: "Find documents whose time is over",
  permission: "privacy.work",
  input: z.object({ limit: z.number().int().min(1).max(1_000) }),
  output: z.object({ toTrash: z.array(z.string()), toErase: z.array(z.string()) }),
  doors: [],

  async handle({ retentionRules, retained, clock }, { limit }) {
    const now = clock();
    const rules = await retentionRules.list();
    return {
      toTrash: await retained.listToTrash(rules, { now, limit }),
      toErase: await retained.listToErase(now, limit),
    };
  },
});
