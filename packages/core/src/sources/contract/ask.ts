import type { StoredSource } from "@besunny/db/sources/sources";

import { announceStates } from "../../connections/contract/announce-states";
import { tell } from "../../notifications/contract/tell";
import type { LookTools } from "./tools";

/** Stops a source and asks its owner before anything is removed. They hear of it once for each look. */
export async function ask(
  tools: LookTools,
  source: StoredSource,
  question: { missing: number; of: number; isRootGone: boolean },
): Promise<void> {
  const { sources, sourceLooks, notices, noticeSettings, clock } = tools;
  const askedAt = clock();
  await sources.change(source.id, {
    state: "asking",
    stateReason: question.isRootGone ? "root-gone" : null,
    question: { ...question, askedAt: askedAt.toISOString() },
    claimedUntil: null,
  });
  announceStates(tools, [{ id: source.id, state: "asking" }]);
  if (source.lookId)
    await sourceLooks.end(source.lookId, {
      outcome: question.isRootGone ? "unreadable" : "asking",
      at: askedAt,
    });
  await tell({ notices, noticeSettings }, [
    {
      userId: source.connection.ownerId,
      kind: "source",
      sourceId: source.id,
      count: question.isRootGone ? 0 : question.missing,
      key: `source:${source.id}:${source.generation}:${source.lookId ?? "root"}`,
      createdAt: askedAt,
    },
  ]);
}
