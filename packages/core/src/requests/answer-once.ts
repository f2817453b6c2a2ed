import { z } from "zod";

import type { WorkspaceContext } from "../context";
import { conflict } from "../errors";
import { command } from "../operation";

const HOURS_KEPT = 24;
const MINUTES_UNTIL_ABANDONED = 10;

const owner = z.object({ actorId: z.string(), key: z.string().min(1).max(255) });

const claimKey = command({
  action: "document.process",
  input: owner.extend({ fingerprint: z.string() }),

  run({ idempotencyKeys, clock }, input) {
    const now = clock();
    return idempotencyKeys.claim(input, {
      now,
      before: new Date(now.getTime() - HOURS_KEPT * 3_600_000),
      abandoned: new Date(now.getTime() - MINUTES_UNTIL_ABANDONED * 60_000),
    });
  },
});

const settleKey = command({
  action: "document.process",
  input: owner.extend({
    status: z.number().int(),
    mediaType: z.string().nullable(),
    body: z.string(),
  }),
  run: ({ idempotencyKeys }, { actorId, key, ...answer }) =>
    idempotencyKeys.settle({ actorId, key }, answer),
});

const releaseKey = command({
  action: "document.process",
  input: owner,
  run: ({ idempotencyKeys }, given) => idempotencyKeys.release(given),
});

export type Answer = { status: number; mediaType: string | null; body: string };

/**
 * Does a write once for a key of its caller's choosing: the same key and fingerprint again gives the first answer, for 24 h. A failure on
 * our side (5xx) is not kept, so that it can be tried again. Throws `CONFLICT` for the same key with another fingerprint.
 */
export async function answerOnce(
  ctx: WorkspaceContext,
  request: { key: string; fingerprint: string },
  work: () => Promise<Answer>,
): Promise<{ answer: Answer; isReplayed: boolean }> {
  const actorId = ctx.actor.kind === "user" ? ctx.actor.id : ctx.actor.job;
  const own = { actorId, key: request.key };
  // Bookkeeping of ours, not something that a person did: it stays out of the audit log.
  const ours: WorkspaceContext = { ...ctx, actor: { kind: "system", job: "answer-once" } };

  const claim = await claimKey(ours, { ...own, fingerprint: request.fingerprint });
  if (claim.kind === "taken") {
    if (claim.fingerprint !== request.fingerprint)
      conflict("This Idempotency-Key was used for another request", "Choose a new key.");
    return claim.answer
      ? { answer: claim.answer, isReplayed: true }
      : conflict("The first request with this Idempotency-Key is still being worked on");
  }

  try {
    const answer = await work();
    await (answer.status < 500 ? settleKey(ours, { ...own, ...answer }) : releaseKey(ours, own));
    return { answer, isReplayed: false };
  } catch (error) {
    await releaseKey(ours, own);
    throw error;
  }
}
