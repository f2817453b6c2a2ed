import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import type { PlatformContext } from "../../context";
import { rewrapAll } from "../../encryption/contract/rewrap-all";
import type { Part } from "../contract";
import { counted, type Schedule } from "../schedule";

/** A process that has not heard of a new key may use the one before for a minute. Files are looked at after that. */
const SETTLED_MS = 120_000;
const FILES_AT_ONCE = 2_000;
const PART_MS = 20_000;
const LIVE_WORK_MS = 10_000;
const LOOK_EVERY_MS = 500;
const FILES_BETWEEN_LOOKS = 20;
const MOST_OWNERS = 1_000;

/** The folders whose files belong to a workspace, as the second part of their key says. */
const folders = ["derived", "exports", "models", "reports", "uploads"] as const;

/**
 * Encrypts files with the newest key of their workspace: those of before there was encryption, and those of a key that was rotated. It goes owner by owner,
 * and lets live work go first. It also wraps keys with the current main key.
 */
export const encryptFiles: Schedule = {
  cron: "*/15 * * * *",

  async look(ctx) {
    const { db, keyTree, clock } = ctx;
    const pending = await pendingOwners(ctx);
    const { id } = await keyTree.mainKey();
    const wrapped = await db.platform.workspaceKeys.countByKek();
    const others = wrapped.filter(({ kekId }) => kekId !== id);
    if (pending.length === 0 && others.length === 0) return null;
    // Files that failed are tried again in the next hour.
    const hour = clock().toISOString().slice(0, 13);
    const owners = pending.map(({ owner, version }) => `${owner} ${version}`);
    return `hour ${hour}: ${[...owners, ...others.map(({ kekId }) => kekId)].join(", ")}`;
  },

  async work(ctx, from) {
    if (from === null) {
      const { rewrapped } = await rewrapAll(ctx.keyTree);
      return { next: await ownerAfter(ctx, ""), counts: { rewrapped } };
    }
    return workOn(ctx, Position.parse(JSON.parse(from)));
  },

  summary: ({ renewed, failed, rewrapped }) =>
    renewed || failed || rewrapped
      ? `Encrypted ${counted(renewed, "file")}, wrapped ${counted(rewrapped, "key")}; ${counted(failed, "file")} failed.`
      : "There was nothing to encrypt.",
};

/** The share of an owner's files that comes next, and what was done before it. `shares` is 0 before the files are counted. */
const Position = z.object({
  owner: z.string(),
  version: z.number(),
  share: z.number(),
  shares: z.number(),
  files: z.number(),
  renewed: z.number(),
  failed: z.number(),
});
type Position = z.infer<typeof Position>;

function pendingOwners({ db, clock }: Pick<PlatformContext, "db" | "clock">) {
  const settledBefore = new Date(clock().getTime() - SETTLED_MS);
  return db.platform.workspaceKeys.listPending({ settledBefore, limit: MOST_OWNERS });
}

async function ownerAfter(ctx: PlatformContext, after: string): Promise<string | null> {
  const next = (await pendingOwners(ctx)).find(({ owner }) => owner > after);
  const start = { share: 0, shares: 0, files: 0, renewed: 0, failed: 0 };
  return next ? JSON.stringify({ ...next, ...start } satisfies Position) : null;
}

async function workOn(ctx: PlatformContext, position: Position): Promise<Part> {
  const { workspaceKeys } = ctx.db.platform;
  const { owner, version, share } = position;
  const keys = await keysOf(ctx, owner);
  const shares = position.shares || Math.max(1, Math.ceil(keys.length / FILES_AT_ONCE));
  const inShare = keys.filter((key) => shareOf(key, shares) === share);
  if (share === 0) await workspaceKeys.beginFiles(owner, version, ctx.clock());

  const { isWhole, files, renewed, failed } = await renewAll(ctx, inShare);
  const counts = { renewed, failed };
  const sum = { ...position, shares, renewed: position.renewed + renewed };
  // A share that was not finished is begun again: files that are encrypted already take little time.
  if (!isWhole) return { next: JSON.stringify(sum), counts: { renewed } };
  const done = { ...sum, files: position.files + files, failed: position.failed + failed };
  await workspaceKeys.noteFiles(owner, done);
  if (share + 1 < shares) return { next: JSON.stringify({ ...done, share: share + 1 }), counts };
  await workspaceKeys.endFiles(owner, version, ctx.clock());
  return { next: await ownerAfter(ctx, owner), counts };
}

/** Encrypts files until the time of a part is over. It stops while people wait for documents. */
async function renewAll(ctx: PlatformContext, keys: readonly string[]) {
  const counts = { files: 0, renewed: 0, failed: 0 };
  const until = performance.now() + PART_MS;
  for (const [number, key] of keys.entries()) {
    const isTime = number % FILES_BETWEEN_LOOKS === 0;
    if (isTime && (performance.now() > until || !(await isFree(ctx))))
      return { isWhole: false, ...counts };
    counts.files += 1;
    try {
      if (await ctx.keyTree.renewFile(key)) counts.renewed += 1;
    } catch (error) {
      counts.failed += 1;
      ctx.log.warn({ error, folder: key.split("/")[0] }, "a file could not be encrypted");
    }
  }
  return { isWhole: true, ...counts };
}

async function isFree({ db }: PlatformContext): Promise<boolean> {
  const until = performance.now() + LIVE_WORK_MS;
  while (performance.now() < until) {
    if (!(await db.platform.liveWork.isWaiting())) return true;
    await setTimeout(LOOK_EVERY_MS);
  }
  return false;
}

async function keysOf({ files }: PlatformContext, owner: string): Promise<string[]> {
  const prefixes =
    owner === "platform"
      ? ["reports/platform", "reports/previews"]
      : folders.map((folder) => `${folder}/${owner}`);
  return (await Promise.all(prefixes.map((prefix) => files.list(prefix)))).flat();
}

/** Returns the share of a key, which stays the same while files come and go. */
function shareOf(key: string, shares: number): number {
  return createHash("sha256").update(key).digest().readUInt32BE() % shares;
}
