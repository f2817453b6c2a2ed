import type { UpkeepContext } from "../context";
import { counted, daysBefore, type Part, type Schedule } from "./schedule";

/** An upload may be taken up again for so long; what is stored is looked at only when nobody can still be at it. */
const DAYS_UPLOADS_MAY_REST = 2;
const DAYS_STORED_ALONE = 1;
const KEYS_ASKED_AT_ONCE = 500;

/** Uploads that nobody finished, and stored files that no document names (a crash can leave them), are removed. */
export const removeLeftoverUploads: Schedule = {
  cron: "40 3 * * *",

  async look(ctx) {
    const { count, seq } = await ctx.db.platform.upkeep.markOfDocuments(aloneBefore(ctx));
    return `documents ${count}:${seq}, ${await ctx.incoming.count()} incoming`;
  },

  async work(ctx, from) {
    if (from === null) {
      const restedBefore = daysBefore(ctx.clock(), DAYS_UPLOADS_MAY_REST);
      const uploads = await ctx.incoming.removeAbandoned(restedBefore);
      return { next: await folderAfter(ctx, ""), counts: { uploads } };
    }
    const files = from.startsWith("uploads/")
      ? await removeUnnamed(ctx, from)
      : await removeUnderived(ctx, from);
    return { next: await folderAfter(ctx, from), counts: { files } };
  },

  summary: ({ uploads, files }) =>
    `Removed ${counted(uploads, "unfinished upload")} and ${counted(files, "file")} of no document.`,
};

/** The folders of the workspaces, those of derived files before those of originals. */
async function folderAfter({ files }: UpkeepContext, after: string): Promise<Part["next"]> {
  for (const kind of ["derived", "uploads"]) {
    const folders = (await files.listFolders(kind)).map((name) => `${kind}/${name}`);
    const next = folders.find((folder) => folder > after);
    if (next) return next;
  }
  return null;
}

/** Originals that no version of a document names. */
async function removeUnnamed(ctx: UpkeepContext, folder: string): Promise<number> {
  const keys = await restedKeys(ctx, folder);
  let removed = 0;
  for (let from = 0; from < keys.length; from += KEYS_ASKED_AT_ONCE) {
    const asked = keys.slice(from, from + KEYS_ASKED_AT_ONCE);
    const named = new Set(await ctx.db.platform.upkeep.listNamedKeys(asked));
    for (const key of asked.filter((each) => !named.has(each))) {
      await ctx.files.remove(key);
      removed += 1;
    }
  }
  return removed;
}

/** What was derived from documents that are gone, and models of earlier runs that their documents do not name any more. */
async function removeUnderived(ctx: UpkeepContext, folder: string): Promise<number> {
  const keys = await restedKeys(ctx, folder);
  const byDocument = [...Map.groupBy(keys, (key) => key.split("/")[2] ?? "")];
  let removed = 0;
  for (let from = 0; from < byDocument.length; from += KEYS_ASKED_AT_ONCE) {
    const asked = byDocument.slice(from, from + KEYS_ASKED_AT_ONCE);
    const rows = await ctx.db.platform.upkeep.listKnown(asked.map(([id]) => id));
    const known = new Map(rows.map((row) => [row.id, row]));
    for (const [id, ofDocument] of asked) {
      const document = known.get(id);
      for (const key of ofDocument) {
        if (document && !isOutdated(key, document)) continue;
        await ctx.files.remove(key);
        removed += 1;
      }
    }
  }
  return removed;
}

function isOutdated(
  key: string,
  { modelKey, status }: { modelKey: string | null; status: string },
): boolean {
  const isOpen = status === "pending" || status === "processing";
  return !isOpen && key.endsWith("/model.json.gz") && key !== modelKey;
}

/** Files whose age the storage does not tell are left alone. */
async function restedKeys(ctx: UpkeepContext, folder: string): Promise<string[]> {
  const before = aloneBefore(ctx);
  const keys: string[] = [];
  for await (const { key, modifiedAt } of ctx.files.list(folder))
    if (modifiedAt && modifiedAt < before) keys.push(key);
  return keys;
}

function aloneBefore({ clock }: UpkeepContext): Date {
  return daysBefore(clock(), DAYS_STORED_ALONE);
}
