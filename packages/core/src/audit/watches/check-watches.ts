import { z } from "zod";
import { tell } from "../../notifications/contract/tell";
import { command } from "../../operation/command";
import { watchFilter } from "../contract/watch";

/** A part looks at this many entries; what is left has its turn in the next one. */
const MOST_ENTRIES = 5_000n;

/**
 * Looks at the entries that came since the watches were looked at, and tells people of those that fit: one notice for each watch. A repeated step tells
 * nobody twice. Returns whether entries are left.
 */
export const checkWatches = command("audit.check-watches", {
  title: "Look for entries that people watch for",
  permission: "audit.anchor",
  input: z.object({}),
  output: z.object({ told: z.number(), isDone: z.boolean() }),
  doors: [],
  audit: { notAudited: "An entry for each look would need another look." },

  async handle(tools) {
    const { auditWatches, auditChain, members, clock } = tools;
    const end = BigInt((await auditChain.head())?.seq ?? 0);
    const readers = (await members.list()).filter(({ role }) => isReader(role));
    let told = 0;
    let isDone = true;
    for (const { id, filter, tells, madeById, seenSeq } of await auditWatches.list()) {
      if (tells === "nobody" || seenSeq >= end) continue;
      const upTo = end - seenSeq > MOST_ENTRIES ? seenSeq + MOST_ENTRIES : end;
      if (upTo < end) isDone = false;
      const count = await auditWatches.count(watchFilter.parse(filter), { after: seenSeq, upTo });
      await auditWatches.change(id, { seenSeq: upTo });
      if (count === 0) continue;
      const maker = readers.filter(({ userId }) => userId === madeById);
      // The maker may have left, or may read the log no more; somebody must hear of it.
      const people = tells === "maker" && maker.length > 0 ? maker : readers;
      await tell(
        tools,
        people.map(({ userId }) => ({
          ...{ userId, count, watchId: id, kind: "watch" as const },
          key: `watch:${id}:${upTo}`,
          createdAt: clock(),
        })),
      );
      told += people.length;
    }
    return { told, isDone };
  },
});

function isReader(role: string): boolean {
  return role === "owner" || role === "admin";
}
