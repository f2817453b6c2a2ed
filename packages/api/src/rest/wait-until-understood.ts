import { followDocument } from "../live/follow-document";
import { whileAllowed } from "../live/while-allowed";
import type { RequestContext } from "../request-context";

/** True as soon as the document's type is known; false when the time is up, or its processing ended without. */
export async function waitUntilUnderstood(
  { workspaceNow, changes }: Pick<RequestContext, "workspaceNow" | "changes">,
  id: string,
  waitMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(waitMs)]);
  const messages = whileAllowed(
    { authenticate: workspaceNow, changes, signal: until },
    (ctx, ending) => followDocument(ctx, { id }, ending),
  );
  for await (const message of messages) {
    if (message.type === "stage") continue;
    const { typedAt, status } = message.document;
    if (status === "failed" || status === "cancelled") return false;
    const isBegunAnew = status === "pending";
    if (typedAt && !isBegunAnew) return true;
  }
  return false;
}
