import { getEncryption } from "@besunny/core/encryption/get-encryption";
import { rotateKey } from "@besunny/core/encryption/rotate-key";
import { getEncryptionState } from "@besunny/core/platform/encryption/get-encryption-state";
import { listEncryption } from "@besunny/core/platform/encryption/list-encryption";
import { replaceMainKey } from "@besunny/core/platform/encryption/replace-main-key";
import { rewrapKeys } from "@besunny/core/platform/encryption/rewrap-keys";

import { router } from "../../init";
import { mutation, platformMutation, platformQuery, query } from "../../operations";

export const encryptionRouter = router({
  get: query(getEncryption),
  rotate: mutation(rotateKey),
});

export const adminEncryptionRouter = router({
  get: platformQuery(getEncryptionState),
  list: platformQuery(listEncryption),
  rewrap: platformMutation(rewrapKeys),
  replaceMainKey: platformMutation(replaceMainKey),
});
