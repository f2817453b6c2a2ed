import { z } from "zod";
import { authorize } from "../access/policy";
import { actions } from "../access/actions";
import { batchId } from "../ids";
import type { WorkspaceContext } from "../context";
import { documentId, projectId } from "../ids";
import { conflict, notFound } from "../errors";
import { command, query } from "../operation/operation";
import { notingActions } from "./noted-actions";

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
    actions: z.array(z.string()),
  }),
  run: ({ idempotencyKeys }, { actorId, key, ...answer }) =>
    idempotencyKeys.settle({ actorId, key }, answer),
});

const releaseKey = command({
  action: "document.process",
  input: owner,
  run: ({ idempotencyKeys }, given) => idempotencyKeys.release(given),
});

/** Refuses what no longer may be seen, or is no longer there. */
const seeAgain = query({
  action: "document.read",
  input: z.object({
    documents: z.array(documentId),
    projects: z.array(projectId),
    batches: z.array(batchId),
  }),

  async run({ documents, projects, batches }, ids) {
    const found = new Set((await documents.findMany(ids.documents)).map(({ id }) => id));
    for (const id of ids.documents) if (!found.has(id)) notFound("Document", id);
    for (const id of ids.projects) (await projects.find(id)) ?? notFound("Project", id);
    for (const id of ids.batches) (await batches.find(id)) ?? notFound("Batch", id);
  },
});

export type Answer = { status: number; mediaType: string | null; body: string };

/**
 * Does a write once for a key of its caller's choosing: the same key and fingerprint again gives the first answer, for 24 h. A failure on
 * our side (5xx) is not kept, so that it can be tried again. Throws `CONFLICT` for the same key with another fingerprint. The first answer is
 * given again to those alone who may still do what was done, and see everything that it is about (`about`, such as the address, and the answer).
 */
export async function answerOnce(
  ctx: WorkspaceContext,
  request: { key: string; fingerprint: string; about: string },
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
    if (!claim.answer)
      conflict("The first request with this Idempotency-Key is still being worked on");
    const { actions: allowed, ...answer } = claim.answer;
    for (const action of actions) if (allowed.includes(action)) authorize(ctx.actor, action);
    await seeAgain(ctx, subjectsOf(`${request.about} ${answer.body}`));
    return { answer, isReplayed: true };
  }

  try {
    const { result: answer, actions: allowed } = await notingActions(work);
    await (answer.status < 500
      ? settleKey(ours, { ...own, ...answer, actions: allowed })
      : releaseKey(ours, own));
    return { answer, isReplayed: false };
  } catch (error) {
    await releaseKey(ours, own);
    throw error;
  }
}

/** Everything of ours that a text names. */
function subjectsOf(text: string) {
  const of = (prefix: string) => [
    ...new Set(text.match(new RegExp(`\\b${prefix}_[0-9a-f]{32}\\b`, "g"))),
  ];
  return { documents: of("doc"), projects: of("prj"), batches: of("bat") };
}
