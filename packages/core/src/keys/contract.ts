import { z } from "zod";

import { type KeyScope, keyScopes } from "../access/actions";
import { idIn, instant } from "../shapes";

export const apiKeyStates = ["active", "expired", "revoked"] as const;
export type ApiKeyState = (typeof apiKeyStates)[number];

/** An API key, without the key itself. */
export const ApiKey = z
  .object({
    id: idIn("key"),
    name: z.string(),
    prefix: z.string().meta({ description: "The first characters of the key" }),
    scopes: z.array(z.enum(keyScopes)),
    state: z.enum(apiKeyStates),
    createdAt: instant,
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable(),
    revokedAt: instant.nullable(),
  })
  .meta({ id: "ApiKey" });

/** An API key with its owner. */
export const ListedApiKey = ApiKey.extend({
  person: z
    .object({ id: idIn("usr"), name: z.string(), email: z.string() })
    .nullable()
    .meta({ description: "The owner of the key; null if they have left" }),
}).meta({ id: "ListedApiKey" });

/** A new API key, with the key itself. */
export const NewApiKey = ApiKey.extend({
  key: z.string().meta({ description: "The key itself, returned this once" }),
}).meta({ id: "NewApiKey" });

/** A key that has just ended, with its owner. */
export const EndedApiKey = z.object({ id: idIn("key"), name: z.string(), userId: idIn("usr") });

/** Returns those stored words that are scopes, in their usual order. */
export function scopesIn(words: readonly string[]): KeyScope[] {
  return keyScopes.filter((scope) => words.includes(scope));
}
