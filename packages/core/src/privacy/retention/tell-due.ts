import { z } from "zod";
import { tell } from "../../notifications/contract/tell";
import { command } from "../../operation/command";
import { count } from "../../shapes";
import { toldUntil } from "../contract/retention";

const AT_ONCE = 1_000;

/**
 * Notes documents whose time ends within a week, and tells the people who uploaded them, owners and admins. Forgets those that stay after all. A document
 * that was restored from the trash is announced again.
 */
export const tellDue = command("privacy.tell-due", {
  title: "Tell people which documents go by retention",
  permission: "privacy.work",
  input: z.object({}),
  output: z.object({ told: count, isMore: z.boolean() }),
  doors: [],
  timeoutSeconds: 120,

  async handle(tools) {
    const { retentionRules, retained, members, clock, changed } = tools;
    const [rules, now] = [await retentionRules.list(), clock()];
    const by = toldUntil(now);
    await retained.forgetKept(rules, { now, by });
    const marked = await retained.markDue(rules, { now, by, limit: AT_ONCE });
    if (marked.length === 0) return { told: 0, isMore: false };
    const own = Map.groupBy(marked, ({ uploadedById }) => uploadedById);
    const day = by.toISOString().slice(0, 10);
    await tell(
      tools,
      (await members.list()).flatMap(({ userId, role }) => {
        const isAdmin = role === "owner" || role === "admin";
        const documents = isAdmin ? marked.length : (own.get(userId)?.length ?? 0);
        const key = `retention:${marked[0]?.id}:${day}`;
        return documents === 0
          ? []
          : [{ userId, kind: "retention" as const, key, day, count: documents, createdAt: now }];
      }),
    );
    for (const { id } of marked) changed({ subject: id, before: {}, after: { trashAt: by } });
    return { told: marked.length, isMore: marked.length === AT_ONCE };
  },
});
