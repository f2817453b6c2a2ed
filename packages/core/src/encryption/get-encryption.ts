import { z } from "zod";

import { flow } from "../operation/flow";
import { EncryptionState } from "./contract/shapes";
import { findKeys } from "./find-keys";

/** Returns how the files of the workspace are encrypted: its keys, the main key by name, and what happened to them. */
export const getEncryption = flow("encryption.get-encryption", {
  title: "See how files are encrypted",
  permission: "encryption.read",
  input: z.object({}),
  output: EncryptionState,
  doors: ["web"],
  uses: ["keyTree"],
  audit: { notAudited: "It reads names and times of keys." },

  handle: async ({ caller, keyTree }) => ({
    ...(await findKeys(caller, {})),
    mainKey: await keyTree.mainKey(),
  }),
});
