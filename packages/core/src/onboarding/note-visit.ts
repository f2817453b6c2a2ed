import { z } from "zod";

import { personOf } from "../access/person-of";
import { command } from "../operation/command";
import { count, instant } from "../shapes";

/** Within this time a person who comes back is still on the same visit. */
const VISIT_MS = 30 * 60_000;

/**
 * Remembers that the caller is here, and counts the news since their visit before this one: documents that became ready or failed,
 * comments of others. `since` is null on the first visit.
 */
export const noteVisit = command("onboarding.note-visit", {
  title: "Remember my visit and count the news",
  permission: "document.read",
  input: z.object({}),
  output: z.object({
    since: instant.nullable(),
    ready: count,
    failed: count,
    comments: count,
  }),
  doors: ["web"],
  audit: { notAudited: "It changes only what its caller is shown." },

  async handle({ visits, actor, clock }) {
    const { id } = personOf(actor);
    const now = clock();
    const last = await visits.find(id);
    const isSame = last && now.getTime() - last.seenAt.getTime() < VISIT_MS;
    const since = (isSame ? last.beforeAt : last?.seenAt) ?? null;
    await visits.put(id, { seenAt: now, beforeAt: since });
    if (!since) return { since, ready: 0, failed: 0, comments: 0 };
    return { since, ...(await visits.news(id, since)) };
  },
});
