import { z } from "zod";
import { personOf } from "../access/person-of";
import { may } from "../access/policy";
import { conflict, notFound } from "../errors";
import { keyId } from "../ids";
import { command } from "../operation/command";
import { EndedApiKey } from "./contract";

/**
 * Ends a key and the keys that were made through it. People end their own keys; owners and admins end anybody's. Throws `NOT_FOUND` for
 * keys of others, and `CONFLICT` if the key had ended before.
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
