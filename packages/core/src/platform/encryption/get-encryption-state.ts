import { z } from "zod";

import { MainKey } from "../../encryption/contract/shapes";
import { platformQuery } from "../../operation/platform";
import { count } from "../../shapes";

/** Returns the main key by name, and how many keys each main key wraps. `pending` counts owners whose files are not all encrypted with their newest key. */
export const getEncryptionState = platformQuery("platform.get-encryption-state", {
  title: "See the encryption of all workspaces",
  permission: "system.read",
  input: z.object({}),
  output: z.object({
    mainKey: MainKey,
    wrapped: z.array(z.object({ kekId: z.string(), count })),
    pending: count.meta({ description: "At most 1,000" }),
  }),
  doors: ["admin"],

  async handle({ db, keyTree, clock }) {
    const [mainKey, wrapped, pending] = await Promise.all([
      keyTree.mainKey(),
      db.platform.workspaceKeys.countByKek(),
      db.platform.workspaceKeys.listPending({ settledBefore: clock(), limit: 1000 }),
    ]);
    return { mainKey, wrapped, pending: pending.length };
  },
});
