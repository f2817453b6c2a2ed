import { z } from "zod";
import { rewrapAll } from "../../encryption/contract/rewrap-all";
import { platformFlow } from "../../operation/platform";
import { count } from "../../shapes";

/** Wraps every key with the current main key. `failed` counts keys whose main key is not here. */
export const rewrapKeys = platformFlow("platform.rewrap-keys", {
  title: "Wrap all keys with the main key",
  permission: "system.manage",
  input: z.object({}),
  output: z.object({ rewrapped: count, failed: count }),
  doors: ["admin"],
  stepUp: true,
  audit: { subjects: () => ["main-key"] },

  handle: ({ keyTree }) => rewrapAll(keyTree),
});
