import { actions } from "../../access/actions";
import { actorIdOf } from "../../access/actor";
import { authorize } from "../../access/policy";
import type { WorkspaceContext } from "../../context";
import { conflict } from "../../errors";
import type { Caller } from "../../operation/caller";
import { asJob } from "../../operation/caller-of";
import { notingActions } from "../../operation/noted-actions";
import { claimKey } from "../claim-key";
import { releaseKey } from "../release-key";
import { seeAgain } from "../see-again";
import { settleKey } from "../settle-key";

export type Answer = { status: number; mediaType: string | null; body: string };

/**
 * Does a write once for a key that the caller chose. For 24 hours, the same key and fingerprint return the first answer. An answer with a
 * server error (5xx) is not kept, so that the caller can retry. Throws `CONFLICT` for the same key with another fingerprint.
 *
 * The first answer is only repeated for a caller who still has the permissions of the first call. They must also still see everything that
 * `about` (such as the address) and the answer name.
 */
export async function answerOnce(
  caller: Caller | WorkspaceContext,
  request: { key: string; fingerprint: string; about: string },
  work: () => Promise<Answer>,
): Promise<{ answer: Answer; isReplayed: boolean }> {
  const actorId = actorIdOf(caller.actor);
  const own = { actorId, key: request.key };
  // Bookkeeping of BeSunny, not an action of a person, so it stays out of the audit log.
  const ours = asJob(caller, "answer-once");

  const claim = await claimKey(ours, { ...own, fingerprint: request.fingerprint });
  if (claim.kind === "taken") {
    if (claim.fingerprint !== request.fingerprint)
      conflict("This Idempotency-Key was used for another request", "Choose a new key.");
    if (!claim.answer)
      conflict("The first request with this Idempotency-Key is still being worked on");
    const { actions: allowed, ...answer } = claim.answer;
    for (const action of actions) if (allowed.includes(action)) authorize(caller.actor, action);
    await seeAgain(caller, subjectsOf(`${request.about} ${answer.body}`));
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

/** Returns the ids of documents, projects and batches that a text names. */
function subjectsOf(text: string) {
  const of = (prefix: string) => [
    ...new Set(text.match(new RegExp(`\\b${prefix}_[0-9a-f]{32}\\b`, "g"))),
  ];
  return { documents: of("doc"), projects: of("prj"), batches: of("bat") };
}
