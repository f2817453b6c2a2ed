import { z } from "zod";

import { query } from "../operation/query";
import { EncryptionState } from "./contract/shapes";

/** Returns the versions of the workspace's key, how far its files are encrypted, and what happened to the keys. A step of `get-encryption`. */
export const findKeys = query("encryption.find-keys", {
  title: "Find the encryption keys of a workspace",
  permission: "encryption.read",
  input: z.object({}),
  output: EncryptionState.omit({ mainKey: true }),
  doors: [],

  async handle({ encryption }) {
    const [versions, files, history] = [
      await encryption.versions(),
      await encryption.files(),
      await encryption.events(),
    ];
    return EncryptionState.omit({ mainKey: true }).parse({ versions, files, history });
  },
});
