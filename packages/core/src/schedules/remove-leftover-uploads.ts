import type { PlatformContext } from "../context";
import { HOURS_UPLOADS_MAY_REST } from "../documents/contract/upload-limits";
import type { Part } from "./contract";
import { counted, daysBefore, type Schedule } from "./schedule";

/** Days after which a stored file may be removed, because nobody can still be writing it. */
const DAYS_STORED_ALONE = 1;
const ASKED_AT_ONCE = 500;

/** Deletes unfinished uploads, and stored files that no document names, which a crash can leave. */
export const removeLeftoverUploads: Schedule = {
  cron: "40 3 * * *",

  async look(ctx) {
    const { count, seq } = await ctx.db.platform.upkeep.markOfDocuments(aloneBefore(ctx));
    return `documents ${count}:${seq}, ${await ctx.incoming.count()} incoming`;
  },

  async work(ctx, from) {
    if (from === null) {
      const restedBefore = daysBefore(ctx.clock(), HOURS_UPLOADS_MAY_REST / 24);
      const uploads = await ctx.incoming.removeAbandoned(restedBefore);
      return { next: await folderAfter(ctx, ""), counts: { uploads } };
    }
    const files = await sweepers[kindOf(from)](ctx, from);
    return { next: await folderAfter(ctx, from), counts: { files } };
  },

  summary: ({ uploads, files }) =>
    uploads || files
      ? `Removed ${counted(uploads, "unfinished upload")} and ${counted(files, "file")} of no document.`
      : "There was nothing to remove.",
};

/** The folders that are swept, in their order. */
const kinds = ["derived", "models", "uploads"] as const;

const sweepers = { derived: removeUnderived, models: removeUntrained, uploads: removeUnnamed };

function kindOf(folder: string): (typeof kinds)[number] {
  return kinds.find((kind) => folder.startsWith(`${kind}/`)) ?? "derived";
}

/** The shipped models lie in folders beside those of workspaces. */
function isOfWorkspace(name: string): boolean {
  return name.startsWith("ws_");
}

/** Returns the next folder of a workspace. */
async function folderAfter({ files }: PlatformContext, after: string): Promise<Part["next"]> {
  for (const kind of kinds) {
    const names = (await files.listFolders(kind)).filter(isOfWorkspace);
    const folders = names.map((name) => `${kind}/${name}`);
    const next = folders.find((folder) => folder > after);
    if (next) return next;
  }
  return null;
}

/** Deletes originals that no version of a document names. Returns how many. */
async function removeUnnamed(ctx: PlatformContext, folder: string): Promise<number> {
  const keys = await ctx.files.list(folder);
  let removed = 0;
  for (const asked of chunks(keys)) {
    const named = new Set(await ctx.db.platform.upkeep.listNamedKeys(asked));
    removed += await removeRested(
      ctx,
      asked.filter((key) => !named.has(key)),
    );
  }
  return removed;
}

/** Deletes models that no training of the workspace names. Returns how many. */
async function removeUntrained(ctx: PlatformContext, folder: string): Promise<number> {
  const keys = await ctx.files.list(folder);
  let removed = 0;
  for (const asked of chunks(keys)) {
    const named = new Set(await ctx.db.platform.upkeep.listTrainedKeys(asked));
    removed += await removeRested(
      ctx,
      asked.filter((key) => !named.has(key)),
    );
  }
  return removed;
}

/** Deletes files derived from deleted documents, and results of earlier runs that their documents do not name any more. */
async function removeUnderived(ctx: PlatformContext, folder: string): Promise<number> {
  const keys = await ctx.files.list(folder);
  let removed = 0;
  for (const asked of chunks([...Map.groupBy(keys, documentOf)])) {
    const rows = await ctx.db.platform.upkeep.listKnown(asked.map(([id]) => id));
    const known = new Map(rows.map((row) => [row.id, row]));
    for (const [id, ofDocument] of asked) {
      const document = known.get(id);
      const left = ofDocument.filter((key) => !document || isOutdated(key, document));
      removed += await removeRested(ctx, left);
    }
  }
  return removed;
}

/** Deletes those of the keys that were written so long ago that nobody can still be writing them. Returns how many. */
async function removeRested(ctx: PlatformContext, keys: readonly string[]): Promise<number> {
  const before = aloneBefore(ctx);
  let removed = 0;
  for (const key of keys) {
    const modifiedAt = await ctx.files.modifiedAt(key);
    if (!modifiedAt || modifiedAt >= before) continue;
    await ctx.files.remove(key);
    removed += 1;
  }
  return removed;
}

/** Returns the document id in `derived/{workspace}/{document}/...`. */
function documentOf(key: string): string {
  return key.split("/")[2] ?? "";
}

function isOutdated(
  key: string,
  { modelKey, status }: { modelKey: string | null; status: string },
): boolean {
  const isOpen = status === "pending" || status === "processing";
  return !isOpen && key.endsWith("/model.json.gz") && key !== modelKey;
}

function chunks<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / ASKED_AT_ONCE);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * ASKED_AT_ONCE, (index + 1) * ASKED_AT_ONCE),
  );
}

function aloneBefore({ clock }: PlatformContext): Date {
  return daysBefore(clock(), DAYS_STORED_ALONE);
}
