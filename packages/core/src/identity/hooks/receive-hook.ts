import { timingSafeEqual } from "node:crypto";
import { z } from "zod";

import { identityOperation } from "../../operation/identity";
import { secret } from "../../operation/secret";
import { tokenHash } from "../../token-hash";

/**
 * Takes in what a provider sends to the address of a source. It only lets the source be looked at; nothing in it is believed. The same delivery twice is
 * one. An unknown address and a wrong secret are answered alike.
 */
export const receiveHook = identityOperation("identity.receive-hook", {
  title: "Receive a call of a provider",
  input: z.object({
    token: secret(z.string().min(20).max(200)),
    /** The secret that the caller shows; null if it shows none. */
    secret: secret(z.string().max(500)).nullable(),
    remoteId: z.string().min(1).max(300),
    /** The state of the channel itself. One that ends, or has ended, is opened again. */
    watch: z.enum(["fine", "ending", "ended"]).default("fine"),
  }),
  output: z.object({ isKnown: z.boolean() }),
  doors: ["rest"],
  notAudited: "The delivery is recorded, and the look that follows is the record.",

  async handle({ db, clock }, { token, secret: shown, remoteId, watch }) {
    const hash = tokenHash(token);
    const { incomingHooks } = db.identity;
    const endpoint = await incomingHooks.find(hash);
    if (
      !endpoint ||
      endpoint.isPaused ||
      shown === null ||
      !isEqual(tokenHash(shown), endpoint.secretHash)
    )
      return { isKnown: false };
    const { workspaceId, ref } = endpoint;
    const at = clock();
    const isNew = await incomingHooks.record({
      workspaceId,
      tokenHash: hash,
      remoteId,
      at,
      outcome: "looked",
    });
    if (isNew) await incomingHooks.raise(workspaceId, ref, at);
    if (isNew && watch !== "fine") await incomingHooks.renew(workspaceId, ref, at);
    return { isKnown: true };
  },
});

function isEqual(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
