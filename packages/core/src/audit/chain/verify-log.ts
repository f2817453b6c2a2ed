import { z } from "zod";
import { flow } from "../../operation/flow";
import { count, instant } from "../../shapes";
import { type Break, beginning, type Checked, checkLinks } from "./check-links";
import { readLinks } from "./read-links";

const AT_ONCE = 5_000;

/** The result of checking a log against its chain. `broken` is the first place that does not hold, with the reason. */
export const Verified = z.object({
  entries: count,
  began: instant.nullable(),
  before: count.meta({ description: "Entries of the time before the chain" }),
  hash: z.string().nullable().meta({ description: "The hash of the last entry, in hexadecimal" }),
  isWhole: z.boolean(),
  broken: z.object({ seq: count, entryId: z.string().nullable(), reason: z.string() }).nullable(),
});

/** Checks every entry of the workspace's audit log against its chain: none was changed, removed or put between. */
export const verifyLog = flow("audit.verify-log", {
  title: "Verify the audit log",
  permission: "audit.read",
  input: z.object({}),
  output: Verified,
  doors: ["web", "rest"],
  uses: [],

  async handle({ caller, signal }) {
    let end: Checked = beginning;
    let broken: Break | null = null;
    const first = await readLinks(caller, { after: 0, limit: AT_ONCE });
    const { head, unlinked } = first;
    // Entries that are added meanwhile belong to the next look.
    const last = head?.seq ?? 0;
    let { links } = first;
    while (!broken && links.length > 0 && end.seq < last) {
      signal?.throwIfAborted();
      ({ end, broken } = checkLinks(
        end,
        links.filter(({ seq }) => Number(seq) <= last),
      ));
      if (!broken && end.seq < last)
        ({ links } = await readLinks(caller, { after: end.seq, limit: AT_ONCE }));
    }
    broken ??= lost(end, { head, since: unlinked.since });
    return {
      entries: end.seq,
      began: head?.beganAt ?? null,
      before: unlinked.before,
      hash: head?.hash ?? null,
      isWhole: broken === null,
      broken,
    };
  },
});

function lost(
  end: Checked,
  { head, since }: { head: { seq: number; hash: string } | null; since: number },
): Break | null {
  if (head && (end.seq !== head.seq || end.hash !== head.hash))
    return { seq: end.seq + 1, entryId: null, reason: "Entries at the end were removed." };
  if (since > 0)
    return {
      seq: end.seq + 1,
      entryId: null,
      reason: `${since} entries are in the log and not in its chain.`,
    };
  return null;
}
