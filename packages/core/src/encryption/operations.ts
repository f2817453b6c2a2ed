import { findKeys } from "./find-keys";
import { getEncryption } from "./get-encryption";
import { rotateKey } from "./rotate-key";

/** Every operation of the slice. */
export const encryptionOperations = [findKeys, getEncryption, rotateKey] as const;
