import type { WorkspaceContext } from "@besunny/core/context";

import { followDocument } from "../live/follow-document";

/** True as soon as the document's type is known; false when the time is up, or its processing ended without. */
export async function waitUntilUnderstood(
  ctx: WorkspaceContext,
  id: string,
  waitMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(waitMs)]);
  for await (const message of followDocument(ctx, { id }, until)) {
    if (message.type === "stage") continue;
    const { typedAt, status } = message.document;
    if (status === "failed" || status === "cancelled") return false;
    const isBegunAnew = status === "pending";
    if (typedAt && !isBegunAnew) return true;
  }
  return false;
}
