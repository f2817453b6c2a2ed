import { mkdir, readdir, rm, stat, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";

import {
  HOURS_UPLOADS_MAY_REST,
  MOST_UNFINISHED_BYTES,
  MOST_UNFINISHED_UPLOADS,
} from "@besunny/core/documents/contract/upload-limits";
import { AppError } from "@besunny/core/errors";

import { parseUploadId, type UploadId } from "./upload-id";

/** The space that uploads leave free on the disk, because the database needs to write too. */
const RESERVED_BYTES = 256 * 1024 ** 2;

/** The time after which an unfinished upload loses its place, in milliseconds. */
export const UPLOAD_RESTS_MS = HOURS_UPLOADS_MAY_REST * 3_600_000;

export type UploadBounds = { uploads: number; bytes: number };

export type Announcements = {
  /** Throws `QUOTA_EXCEEDED` or `STORAGE_FULL` if this upload is too many or too large. Its file must be in the folder by now. */
  mustFit(id: string): Promise<void>;
  /** Calls `work` with a path for a file that is sent in one request. The upload is announced for that time; then the file is deleted. */
  hold<T>(id: string, work: (path: string) => Promise<T>): Promise<T>;
};

type OnTheWay = UploadId & { name: string };

/**
 * Counts the announced uploads that have not ended, in the folder that all processes share. An upload is put there first and counted then,
 * so that of many at the same moment not each is the last that fits.
 */
export function createAnnouncements({
  directory,
  bounds = { uploads: MOST_UNFINISHED_UPLOADS, bytes: MOST_UNFINISHED_BYTES },
  freeBytes = freeBytesOf,
}: {
  directory: string;
  bounds?: UploadBounds | undefined;
  freeBytes?: ((directory: string) => Promise<number>) | undefined;
}): Announcements {
  return { mustFit, hold };

  async function hold<T>(id: string, work: (path: string) => Promise<T>): Promise<T> {
    const path = join(directory, `${SENT_AT_ONCE}${id}`);
    try {
      await mkdir(directory, { recursive: true });
      await writeFile(path, "", { mode: 0o600 });
      await mustFit(id);
      return await work(path);
    } finally {
      await rm(path, { force: true });
    }
  }

  async function mustFit(id: string): Promise<void> {
    const mine = parseUploadId(id);
    if (!mine) throw new Error("Only an upload's own name can be counted");
    const all = await uploadsOnTheWay();
    const own = all.filter(({ person }) => person === mine.person);
    const ownBytes = own.reduce((sum, { announcedBytes }) => sum + announcedBytes, 0);
    if (own.length > bounds.uploads) throw tooMany(`There are ${bounds.uploads} uploads of yours`);
    if (ownBytes > bounds.bytes)
      throw tooMany(`There are ${Math.round(bounds.bytes / 1024 ** 3)} GB of uploads of yours`);

    const wanted = await bytesStillToCome(all);
    // Storage gets a copy before the original goes.
    const needed = wanted + mine.announcedBytes + RESERVED_BYTES;
    if ((await freeBytes(directory)) < needed) throw noRoom();
  }

  async function uploadsOnTheWay(): Promise<OnTheWay[]> {
    const names = (await readdir(directory)).filter((name) => !name.endsWith(".json"));
    const found = names.flatMap((name) => {
      const parsed = parseUploadId(name.replace(SENT_AT_ONCE, ""));
      return parsed ? [{ ...parsed, name }] : [];
    });
    const since = Date.now() - UPLOAD_RESTS_MS;
    const [abandoned, alive] = partition(found, ({ announcedAt }) => announcedAt.getTime() < since);
    for (const { name } of abandoned)
      for (const each of [name, `${name}.json`]) await rm(join(directory, each), { force: true });
    return alive;
  }

  async function bytesStillToCome(uploads: readonly OnTheWay[]): Promise<number> {
    const each = await Promise.all(
      uploads.map(async ({ name, announcedBytes }) => {
        const arrived = await stat(join(directory, name)).catch(() => null);
        return arrived ? Math.max(0, announcedBytes - arrived.size) : 0;
      }),
    );
    return each.reduce((sum, bytes) => sum + bytes, 0);
  }
}

/** The prefix for the files of uploads in one request. The files of resumable uploads have none. */
const SENT_AT_ONCE = "rest-";

function tooMany(what: string): AppError {
  return new AppError("QUOTA_EXCEEDED", `${what} that are not finished`, {
    hint: "Finish or cancel some of them, then try again.",
  });
}

function noRoom(): AppError {
  return new AppError("STORAGE_FULL", "The disk of the server has no room for this file", {
    hint: "Ask the person who runs BeSunny to free some space, then upload it again.",
  });
}

async function freeBytesOf(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  const { first = [], second = [] } = Object.groupBy(items, (item) =>
    isFirst(item) ? "first" : "second",
  );
  return [first, second];
}
