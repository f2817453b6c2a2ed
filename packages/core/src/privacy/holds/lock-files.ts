import { z } from "zod";
import { flow } from "../../operation/flow";
import { count } from "../../shapes";
import { extendHolds } from "./extend-holds";
import { findHeldKeys } from "./find-held-keys";

/**
 * Finds new documents of holds, and puts a hold on the files of all held documents where the storage can do so (S3 object lock). Takes it off
 * from files that nothing holds any more.
 */
export const lockFiles = flow("privacy.lock-files", {
  title: "Hold the files of held documents",
  permission: "privacy.work",
  input: z.object({}),
  output: z.object({ added: count, held: count, locked: count, freed: count }),
  doors: ["job"],
  uses: ["files"],
  audit: { notAudited: "The hold itself is recorded." },

  async handle({ caller, files }) {
    const { added, held } = await extendHolds(caller, {});
    let [after, locked, freed]: [string | null, number, number] = ["", 0, 0];
    while (after !== null) {
      const keys: { held: string[]; freed: string[] } = await findHeldKeys(caller, { after });
      for (const key of keys.held) locked += (await files.setHold(key, true)) ? 1 : 0;
      for (const key of keys.freed) freed += (await files.setHold(key, false)) ? 1 : 0;
      // A storage without holds answers so to the first key.
      after = locked > 0 ? (keys.held.at(-1) ?? null) : null;
    }
    return { added, held, locked, freed };
  },
});
