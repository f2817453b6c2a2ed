import { randomBytes } from "node:crypto";

import { z } from "zod";
import { conflict, forbidden } from "../errors";
import { tokenHash } from "../identity/token-hash";
import { command, query } from "../operation";
import type { Actor } from "../policy";

/** The key itself is given once; only its hash is kept. It may do what its maker may do. */
export const createApiKey = command({
  action: "apiKey.manage",
  input: z.object({
    name: z.string().trim().min(1).max(80),
    expiresAt: z.coerce.date().nullable().default(null),
  }),

  async run({ apiKeys, actor }, { name, expiresAt }) {
    const key = `bsk_${randomBytes(24).toString("base64url")}`;
    const stored = await apiKeys.create({
      userId: personOf(actor),
      name,
      prefix: key.slice(0, 10),
      keyHash: tokenHash(key),
      expiresAt,
    });
    return { ...stored, key };
  },
});

export const listApiKeys = query({
  action: "apiKey.manage",
  input: z.object({}),
  run: async ({ apiKeys, actor }) => ({ items: await apiKeys.list(personOf(actor)) }),
});

export const revokeApiKey = command({
  action: "apiKey.manage",
  input: z.object({ id: z.string() }),

  async run({ apiKeys, actor, clock }, { id }) {
    if (!(await apiKeys.revoke(personOf(actor), id, clock())))
      conflict("This key was revoked already, or is not yours");
  },
});

function personOf(actor: Actor): string {
  return actor.kind === "user" ? actor.id : forbidden("keys for background functions");
}
