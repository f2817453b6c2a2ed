import { z } from "zod";

import { may } from "../access/policy";
import { conflict, notFound } from "../errors";
import { keyId } from "../ids";
import { command } from "../operation/command";
import { EndedApiKey } from "./contract";
import { personOf } from "./person-of";

/**
 * Ends a key of one's own, or for owners and admins anybody's, and with it the keys that were made through it. Throws `NOT_FOUND` for keys
 * of others, and `CONFLICT` where it had ended before.
 */
export const revokeApiKey = command("keys.revoke-api-key", {
  title: "Revoke an API key",
  permission: "apiKey.manage",
  input: z.object({ id: keyId }),
  output: z.object({ ended: z.array(EndedApiKey) }),
  doors: ["web", "rest"],
  audit: { subjects: ({ ended }) => ended.flatMap(({ id, userId }) => [id, userId]) },

  async handle({ apiKeys, actor, clock, changed }, { id }) {
    const key = await apiKeys.find(id);
    const isTheirs = key?.userId === personOf(actor).id || may(actor, "apiKey.manageAll");
    if (!key || !isTheirs) notFound("API key", id);
    const now = clock();
    const ended = await apiKeys.revoke(id, now);
    if (ended.length === 0) conflict("This key was revoked already");
    for (const { id: subject } of ended)
      changed({ subject, before: { revokedAt: null }, after: { revokedAt: now } });
    return { ended };
  },
});
