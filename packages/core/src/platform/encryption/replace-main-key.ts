import { z } from "zod";
import { rewrapAll } from "../../encryption/contract/rewrap-all";
import { platformFlow } from "../../operation/platform";
import { count } from "../../shapes";

/**
 * Makes a new main key in the data directory and wraps every key with it. The key of before stays there and opens backups. Throws `CONFLICT` if the
 * main key is not kept in the data directory.
 */
export const replaceMainKey = platformFlow("platform.replace-main-key", {
  title: "Replace the main key",
  permission: "system.manage",
  input: z.object({}),
  output: z.object({ id: z.string(), rewrapped: count, failed: count }),
  doors: ["admin"],
  stepUp: true,
  audit: { subjects: () => ["main-key"] },

  async handle({ keyTree }) {
    const { id } = await keyTree.replaceMainKey();
    return { id, ...(await rewrapAll(keyTree)) };
  },
});
