import { assured, integer, text } from "@besunny/sql/rows/column";
import type { PlatformTx } from "../platform/platform-tx";
import { rawRows } from "../raw-rows";
import type { Tx } from "../workspace/tx";
import { type LinkReader, platformChain } from "./link-reader";

const counts = { before: assured(integer), since: assured(integer) };
const unlinked = rawRows(counts);
const platformUnlinked = rawRows(counts);
const erased = rawRows({ id: assured(text) });

/** The end of a chain: the number and the hash of its last entry, in hexadecimal. */
export type StoredHead = { seq: number; hash: string; beganAt: Date; at: Date };

/** Reads the chain of a workspace's audit log. */
export function auditChainRepository(
  tx: Tx,
  { workspaceId }: { workspaceId: string },
  links: LinkReader,
) {
  return {
    ...chainOf(tx, workspaceId, links),

    /**
     * Erases the words of entries: input, changes, address, browser and reason. Who did what to what stays, and the chain holds. Returns the ids of those
     * that had words. The caller's own entry must name these ids.
     */
    eraseWords: async (ids: readonly string[], at: Date): Promise<string[]> =>
      (await erased(tx)`select erase_audit_words(${workspaceId}, ${[...ids]}, ${at}) as id`).map(
        ({ id }) => id,
      ),
  };
}

/** Reads the chain of any workspace's log, or of the platform's own. */
export function platformChainRepository(tx: PlatformTx, links: LinkReader) {
  return {
    of: (chain: string) =>
      chain === platformChain ? platformLog(tx, links) : chainOf(tx, chain, links),
  };
}

function chainOf(tx: Tx | PlatformTx, workspaceId: string, links: LinkReader) {
  return {
    head: () => headOf(tx, workspaceId),

    /** Returns links after a number, in order. */
    page: (after: number, limit: number) => links.ofWorkspace(workspaceId, after, limit),

    /** Counts entries without a link: those before the chain began, and others since then, of which there should be none. */
    unlinked: async (beganAt: Date): Promise<{ before: number; since: number }> => {
      const [found] = await unlinked(tx)`
        select count(*) filter (where e.created_at < ${beganAt})::int as before,
               count(*) filter (where e.created_at >= ${beganAt})::int as since
          from audit_entries e
         where e.workspace_id = ${workspaceId} and not exists (select 1 from audit_links l where l.entry_id = e.id)`;
      return found ?? { before: 0, since: 0 };
    },
  };
}

function platformLog(tx: PlatformTx, links: LinkReader): ReturnType<typeof chainOf> {
  return {
    head: () => headOf(tx, platformChain),

    page: (after, limit) => links.ofPlatform(after, limit),

    unlinked: async (beganAt) => {
      const [found] = await platformUnlinked(tx)`
        select count(*) filter (where e.created_at < ${beganAt})::int as before,
               count(*) filter (where e.created_at >= ${beganAt})::int as since
          from platform_audit_entries e where not exists (select 1 from audit_links l where l.entry_id = e.id)`;
      return found ?? { before: 0, since: 0 };
    },
  };
}

async function headOf(
  tx: Pick<Tx | PlatformTx, "auditHead">,
  workspaceId: string,
): Promise<StoredHead | null> {
  const head = await tx.auditHead.findUnique({ where: { workspaceId } });
  if (!head) return null;
  return {
    seq: Number(head.seq),
    hash: Buffer.from(head.hash).toString("hex"),
    beganAt: head.beganAt,
    at: head.at,
  };
}
