import { assured, integer, text } from "@besunny/sql/rows/column";
import type { Prisma } from "../generated/client";
import type { PlatformTx } from "../platform/platform-tx";
import { type RowsOf, rawRows } from "../raw-rows";

const columns = {
  workspaceId: true,
  version: true,
  state: true,
  wrapped: true,
  kekId: true,
} satisfies Prisma.WorkspaceKeySelect;

/** A key as it is stored: wrapped by the main key `kekId`, or gone if it was destroyed. */
export type StoredKey = Prisma.WorkspaceKeyGetPayload<{ select: typeof columns }>;

type Wrapped = { wrapped: Uint8Array; kekId: string };

const pending = rawRows({ owner: assured(text), version: assured(integer) });
const kekCounts = rawRows({ kekId: assured(text), count: assured(integer) });

/** An owner whose files are not all encrypted with the newest version of its key. Version 0: it has no key yet. */
export type PendingFiles = RowsOf<typeof pending>;

/** Keeps the keys of workspaces, for the key ring and for work across workspaces. */
export function workspaceKeyRepository(tx: PlatformTx) {
  return {
    list: (workspaceId: string): Promise<StoredKey[]> =>
      tx.workspaceKey.findMany({
        where: { workspaceId },
        orderBy: { version: "desc" },
        select: columns,
      }),

    /** Adds the first version of a key, unless another process has just done so. */
    addFirst: async (workspaceId: string, { wrapped, kekId }: Wrapped): Promise<void> => {
      await tx.workspaceKey.createMany({
        data: [
          { workspaceId, version: 1, state: "active", wrapped: new Uint8Array(wrapped), kekId },
        ],
        skipDuplicates: true,
      });
    },

    /** Retires the newest version and adds the next. Returns false if `version` is not the next any more, or the key was destroyed. */
    addNext: async (
      workspaceId: string,
      version: number,
      { wrapped, kekId }: Wrapped,
      now: Date,
    ): Promise<boolean> => {
      const { count } = await tx.workspaceKey.updateMany({
        where: { workspaceId, state: "active", version: version - 1 },
        data: { state: "retired", retiredAt: now },
      });
      if (count === 0) return false;
      await tx.workspaceKey.create({
        data: { workspaceId, version, state: "active", wrapped: new Uint8Array(wrapped), kekId },
      });
      return true;
    },

    /** Destroys every version of a key. Returns the versions that were there. */
    destroy: async (workspaceId: string, now: Date): Promise<number[]> => {
      const rows = await tx.workspaceKey.updateManyAndReturn({
        where: { workspaceId, state: { not: "destroyed" } },
        data: { state: "destroyed", wrapped: null, kekId: null, destroyedAt: now },
        select: { version: true },
      });
      return rows.map(({ version }) => version).sort((one, other) => one - other);
    },

    /** Lists keys that another main key than this one wraps, after a key, in order. */
    listWrappedByOthers: (
      kekId: string,
      { after, limit }: { after: { workspaceId: string; version: number } | null; limit: number },
    ): Promise<StoredKey[]> =>
      tx.workspaceKey.findMany({
        where: {
          kekId: { not: kekId },
          ...(after && {
            OR: [
              { workspaceId: { gt: after.workspaceId } },
              { workspaceId: after.workspaceId, version: { gt: after.version } },
            ],
          }),
        },
        orderBy: [{ workspaceId: "asc" }, { version: "asc" }],
        take: limit,
        select: columns,
      }),

    /** Counts the keys that each main key wraps. */
    countByKek: (): Promise<{ kekId: string; count: number }[]> => kekCounts(tx)`
      select kek_id as "kekId", count(*)::int as count from workspace_keys where kek_id is not null group by 1 order by 1`,

    /** Writes keys as they are wrapped now. One that was changed meanwhile stays as it is. Returns how many were written. */
    rewrap: async (
      keys: readonly {
        workspaceId: string;
        version: number;
        before: string;
        wrapped: Uint8Array;
      }[],
      kekId: string,
      now: Date,
    ): Promise<number> =>
      tx.$executeRaw`
        update workspace_keys k set wrapped = decode(n.wrapped, 'hex'), kek_id = ${kekId}, wrapped_at = ${now}
          from unnest(${keys.map(({ workspaceId }) => workspaceId)}::text[], ${keys.map(({ version }) => version)}::int[],
                      ${keys.map(({ before }) => before)}::text[],
                      ${keys.map(({ wrapped }) => Buffer.from(wrapped).toString("hex"))}::text[]) as n(workspace_id, version, before, wrapped)
         where k.workspace_id = n.workspace_id and k.version = n.version and k.kek_id = n.before`,

    /**
     * Lists owners whose files have to be looked at, by name. Workspaces whose keys were destroyed have no files to encrypt, and a key that is
     * younger than `settledBefore` is not in use everywhere yet.
     */
    listPending: ({
      settledBefore,
      limit,
    }: {
      settledBefore: Date;
      limit: number;
    }): Promise<PendingFiles[]> => pending(tx)`
      select o.owner, coalesce(k.version, 0) as version
        from (select id as owner from workspaces union all select 'platform') o
        left join workspace_keys k on k.workspace_id = o.owner and k.state = 'active'
        left join file_encryptions f on f.workspace_id = o.owner
       where (f.ended_at is null or f.version <> coalesce(k.version, 0))
         and (k.created_at < ${settledBefore}
              or not exists (select 1 from workspace_keys d where d.workspace_id = o.owner))
       order by 1 limit ${limit}`,

    /** Begins to count the files of an owner that are encrypted with a version of its key. */
    beginFiles: async (workspaceId: string, version: number, now: Date): Promise<void> => {
      await tx.$executeRaw`
        insert into file_encryptions (workspace_id, version, began_at) values (${workspaceId}, ${version}, ${now})
        on conflict (workspace_id) do update
          set version = excluded.version, files = 0, renewed = 0, failed = 0, began_at = excluded.began_at, ended_at = null`;
    },

    /** Writes how many files were looked at since the count began, encrypted again, and failed. */
    noteFiles: async (
      workspaceId: string,
      { files, renewed, failed }: { files: number; renewed: number; failed: number },
    ): Promise<void> => {
      await tx.fileEncryption.updateMany({
        where: { workspaceId },
        data: { files, renewed, failed },
      });
    },

    /** Ends the count; files that failed are looked at again at the next time. */
    endFiles: async (workspaceId: string, version: number, now: Date): Promise<void> => {
      await tx.fileEncryption.updateMany({
        where: { workspaceId, version, failed: 0 },
        data: { endedAt: now },
      });
    },

    /** Lists workspaces with the state of their keys and files, by id. */
    listStates: async ({ after, limit }: { after: string; limit: number }) => {
      const keys = await tx.workspaceKey.groupBy({
        by: ["workspaceId"],
        where: { workspaceId: { gt: after } },
        orderBy: { workspaceId: "asc" },
        take: limit,
      });
      const ids = keys.map(({ workspaceId }) => workspaceId);
      const where = { workspaceId: { in: ids } };
      const versions = await tx.workspaceKey.findMany({
        where,
        orderBy: { version: "asc" },
        select: { workspaceId: true, version: true, state: true, kekId: true, createdAt: true },
      });
      const files = await tx.fileEncryption.findMany({ where });
      const names = await tx.workspace.findMany({
        where: { id: { in: ids } },
        select: { id: true, name: true },
      });
      return ids.map((workspaceId) => ({
        workspaceId,
        name: names.find(({ id }) => id === workspaceId)?.name ?? null,
        versions: versions.filter((each) => each.workspaceId === workspaceId),
        files: files.find((each) => each.workspaceId === workspaceId) ?? null,
      }));
    },
  };
}

export type WorkspaceKeyRepository = ReturnType<typeof workspaceKeyRepository>;
