import { z } from "zod";
import { query } from "../../operation/query";

const AT_ONCE = 500;

/** Returns storage keys of held files after a key. At the beginning also those whose hold ended in the last two days. */
export const findHeldKeys = query("privacy.find-held-keys", {
  title: "Find the files of held documents",
  permission: "privacy.work",
  input: z.object({ after: z.string() }),
  output: z.object({ held: z.array(z.string()), freed: z.array(z.string()) }),
  doors: [],

  async handle({ legalHolds, clock }, { after }) {
    const now = clock();
    const held = await legalHolds.listHeldKeys({ after, limit: AT_ONCE, now });
    const freed = after === "" ? await legalHolds.listFreedKeys(now) : [];
    return { held, freed };
  },
});
