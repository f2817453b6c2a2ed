import type { StoredHead } from "@besunny/db/audit-chain/audit-chain";
import type { StoredLink } from "@besunny/db/audit-chain/stored-link";
import { z } from "zod";
import { count, instant } from "../../../shapes";
import type { ReadAnchor } from "./anchors";
import { type Break, beginning, type Checked, checkLinks, unaccounted } from "./check-links";

const AT_ONCE = 10_000;

/** A part of a chain, with its end as it is now and the entries outside of it. */
export type ChainPart = {
  head: StoredHead | null;
  links: StoredLink[];
  unlinked: { before: number; since: number };
};

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
export type Verified = z.output<typeof Verified>;

/** Checks every entry of a chain, and the chain against its ends as they were kept elsewhere. The next part is read while one is checked. */
export async function verifyChain(
  chain: string,
  {
    read,
    anchors,
    signal,
  }: {
    read: (part: { after: number; limit: number }) => Promise<ChainPart>;
    anchors: readonly ReadAnchor[];
    signal?: AbortSignal | undefined;
  },
): Promise<Verified> {
  const anchored = new Map<number, string>(
    anchors.flatMap(({ anchor }) => (anchor ? [[anchor.seq, ""]] : [])),
  );
  let end: Checked = beginning;
  let broken: Break | null = null;
  const first = await read({ after: 0, limit: AT_ONCE });
  const { head, unlinked } = first;
  // Entries that are added meanwhile belong to the next look.
  const last = head?.seq ?? 0;
  let { links } = first;
  while (!broken && links.length > 0 && end.seq < last) {
    signal?.throwIfAborted();
    const after = links.at(-1)?.seq ?? last;
    const next = after < last ? read({ after, limit: AT_ONCE }) : null;
    for (const { seq, hash } of links) if (anchored.has(seq)) anchored.set(seq, hash);
    ({ end, broken } = checkLinks(
      end,
      links.filter(({ seq }) => seq <= last),
    ));
    links = (await next)?.links ?? [];
  }
  broken ??=
    lost(end, { head, since: unlinked.since }) ??
    unlike(anchors, anchored, last) ??
    unaccounted(end);
  return {
    workspaceId: chain,
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
}

function lost(
  end: Checked,
  { head, since }: { head: { seq: number; hash: string } | null; since: number },
): Break | null {
  const at = { seq: end.seq + 1, entryId: null };
  if (head && (end.seq !== head.seq || end.hash !== head.hash))
    return { ...at, reason: "Entries at the end were removed." };
  if (since > 0) return { ...at, reason: `${since} entries are in the log and not in its chain.` };
  return null;
}

/** Compares the chain with its ends as they were kept outside of the database. Entries that an anchor knows are there, and are the same. */
function unlike(
  anchors: readonly ReadAnchor[],
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
