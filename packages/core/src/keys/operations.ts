import { createApiKey } from "./create-api-key";
import { listAllApiKeys } from "./list-all-api-keys";
import { listApiKeys } from "./list-api-keys";
import { revokeApiKey } from "./revoke-api-key";

/** Every operation of the slice. */
export const keysOperations = [createApiKey, listAllApiKeys, listApiKeys, revokeApiKey] as const;
