import { z } from "zod";
import { flow } from "../../operation/flow";
import { count, instant } from "../../shapes";
import { readAnchors } from "./anchors";
import { type Break, beginning, type Checked, checkLinks } from "./check-links";
import { readLinks } from "./read-links";

const AT_ONCE = 5_000;

/** The result of checking a log against its chain. `broken` is the first place that does not hold, with the reason. */
export const Verified = z.object({
  workspaceId: z.string(),
  entries: count,
  began: instant.nullable(),
  before: count.meta({ description: "Entries of the time before the chain" }),
  hash: z.string().nullable().meta({ description: "The hash of the last entry, in hexadecimal" }),
  anchors: z.object({
    count,
    lastAt: z.string().nullable(),
    unknownKeys: count.meta({
      description: "Anchors that were signed with a key that is not here",
    }),
  }),
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
  uses: ["files", "signer"],
  audit: { subjects: (verified) => [verified.workspaceId] },

  async handle({ caller, files, signer, signal, workspaceId }) {
    const anchors = await readAnchors({ files, signer }, workspaceId);
    const anchored = new Map<number, string>(
      anchors.flatMap(({ anchor }) => (anchor ? [[anchor.seq, ""]] : [])),
    );
    let end: Checked = beginning;
    let broken: Break | null = null;
    const first = await readLinks(caller, { after: 0, limit: AT_ONCE });
    const { head, unlinked } = first;
    // Entries that are added meanwhile belong to the next look.
    const last = head?.seq ?? 0;
    let { links } = first;
    while (!broken && links.length > 0 && end.seq < last) {
      signal?.throwIfAborted();
      for (const { seq, hash } of links)
        if (anchored.has(Number(seq))) anchored.set(Number(seq), hash);
      ({ end, broken } = checkLinks(
        end,
        links.filter(({ seq }) => Number(seq) <= last),
      ));
      if (!broken && end.seq < last)
        ({ links } = await readLinks(caller, { after: end.seq, limit: AT_ONCE }));
    }
    broken ??=
      lost(end, { head, since: unlinked.since }) ?? unlike(anchors, anchored, head?.seq ?? 0);
    return {
      workspaceId,
      entries: end.seq,
      began: head?.beganAt ?? null,
      before: unlinked.before,
      hash: head?.hash ?? null,
      anchors: {
        count: anchors.length,
        lastAt: anchors.findLast(({ isTrue }) => isTrue)?.anchor?.at ?? null,
        unknownKeys: anchors.filter(({ isTrue }) => isTrue === null).length,
      },
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

/** Compares the chain with its ends as they were kept outside of the database. Entries that an anchor knows are there, and are the same. */
function unlike(
  anchors: Awaited<ReturnType<typeof readAnchors>>,
  hashes: ReadonlyMap<number, string>,
  last: number,
): Break | null {
  for (const { anchor, isTrue, key } of anchors) {
    if (!anchor || isTrue === false)
      return { seq: anchor?.seq ?? 0, entryId: null, reason: `The anchor ${key} was changed.` };
    if (anchor.seq > last)
      return {
        seq: last + 1,
        entryId: null,
        reason: `Entries at the end were removed: on ${anchor.at} there were ${anchor.seq}.`,
      };
    if (hashes.get(anchor.seq) !== anchor.hash)
      return {
        seq: anchor.seq,
        entryId: null,
        reason: `The log was written again since ${anchor.at}.`,
      };
  }
  return null;
}
