import type { drive_v3 } from "@googleapis/drive";

import { isFailure } from "../failures";
import type { Change, ChangedPage, Cursor, RootRef } from "../source";
import type { Drive } from "./drive-client";
import { type DriveFile, FILE_FIELDS, FOLDER, itemOf, type Place } from "./drive-items";
import { listPlace } from "./drive-listing";
import { rootGone } from "./errors";
import { units } from "./paces";

const CHANGE_FIELDS = `kind,nextPageToken,newStartPageToken,changes(changeType,removed,fileId,driveId,file(${FILE_FIELDS}))`;

type Kept = { token: string };
const keep = (token: string): Cursor => JSON.stringify({ token } satisfies Kept);

const feedOf = (place: Place): string | null =>
  place.type === "drive" || place.type === "folder" ? place.drive : null;

/** Takes the token of "now". A place that is gone fails first: its feed would just stay silent. */
export async function beginChanges(drive: Drive, place: Place): Promise<Cursor> {
  if (place.type === "drive") await drive.sharedDrive(place.drive);
  if (place.type === "folder") await demandFolder(drive, place.folder);
  const feed = feedOf(place);
  const about = "root" as const;
  const data = await drive.ask<drive_v3.Schema$StartPageToken>(
    { units: units.drive.read, about },
    (stop) =>
      drive.api.changes.getStartPageToken(
        feed ? { driveId: feed, supportsAllDrives: true } : {},
        stop,
      ),
  );
  return keep(data.startPageToken ?? "");
}

async function demandFolder(drive: Drive, id: string): Promise<void> {
  const folder = await drive.file(id, "root", "id,trashed");
  if (folder.trashed) throw rootGone();
}

/** Yields what changed in a place, page by page. What comes with a folder that arrived is listed too: it has no changes of its own. */
export async function* lookAt(
  drive: Drive,
  place: Place,
  since: Cursor,
): AsyncGenerator<ChangedPage> {
  const ancestry = createAncestry(drive, place);
  for (let { token } = JSON.parse(since) as Kept; ; ) {
    const page = await changesPage(drive, place, token);
    const changes: Change[] = [];
    for (const change of page.changes ?? []) {
      for await (const told of tellChange(drive, place, change, ancestry)) changes.push(told);
      if (changes.length < 5000) continue;
      yield { changes: changes.splice(0), cursor: keep(token), isLast: false };
    }
    const isLast = !page.nextPageToken;
    token = page.nextPageToken ?? page.newStartPageToken ?? token;
    yield { changes, cursor: keep(token), isLast };
    drive.signal?.throwIfAborted();
    if (isLast) return;
  }
}

const isChanges = ({ nextPageToken, newStartPageToken }: drive_v3.Schema$ChangeList): boolean =>
  Boolean(nextPageToken ?? newStartPageToken);

function changesPage(drive: Drive, place: Place, token: string) {
  const feed = feedOf(place);
  const how = { units: units.drive.list, about: "changes" as const, isRight: isChanges };
  return drive.ask<drive_v3.Schema$ChangeList>(how, (stop) =>
    drive.api.changes.list(
      {
        pageToken: token,
        pageSize: drive.pageSize,
        includeRemoved: true,
        fields: CHANGE_FIELDS,
        spaces: "drive",
        ...(feed
          ? {
              driveId: feed,
              includeCorpusRemovals: true,
              includeItemsFromAllDrives: true,
              supportsAllDrives: true,
            }
          : { restrictToMyDrive: false }),
      },
      stop,
    ),
  );
}

async function* tellChange(
  drive: Drive,
  place: Place,
  { changeType, removed, fileId, file }: drive_v3.Schema$Change,
  ancestry: Ancestry,
): AsyncGenerator<Change> {
  if (changeType === "drive" || !fileId) return;
  const now = removed || !file ? await findAgain(drive, fileId) : file;
  // A folder above the chosen one may be what went: then its change is the only sign of it.
  if (!now || now.trashed) await ancestry.demandRoot();
  if (!now) {
    // Google says the same of what was deleted and of what was taken away; only an owner cannot lose a file.
    yield { kind: "gone", id: fileId, why: place.type === "mine" ? "deleted" : "unknown" };
    return;
  }
  ancestry.learn(now);
  if (now.trashed) yield { kind: "gone", id: fileId, why: "deleted" };
  else if (!(await ancestry.isIn(now))) yield { kind: "gone", id: fileId, why: "outside" };
  else {
    yield { kind: "is", item: itemOf(now) };
    if (now.mimeType === FOLDER) yield* below(drive, place, fileId);
  }
}

/** `removed` means deleted, or lost, or out of this list: the file itself says which. */
async function findAgain(drive: Drive, id: string): Promise<DriveFile | null> {
  try {
    return await drive.file(id);
  } catch (error) {
    if (isFailure(error, "item-gone") || isFailure(error, "item-forbidden")) return null;
    throw error;
  }
}

async function* below(drive: Drive, place: Place, folder: string): AsyncGenerator<Change> {
  const inDrive = feedOf(place);
  try {
    for await (const { items } of listPlace(
      drive,
      { type: "folder", folder, drive: inDrive },
      null,
    )) {
      for (const item of items) yield { kind: "is", item };
    }
  } catch (error) {
    // It went while it was listed, which is a change of its own.
    if (!isFailure(error, "root-gone")) throw error;
  }
}

type Ancestry = ReturnType<typeof createAncestry>;

/** Tells whether files are in a place. For a folder it asks for the folders above, and remembers them for one look. */
function createAncestry(drive: Drive, place: Place) {
  const parents = new Map<string, string | null>();
  const parentOf = async (id: string): Promise<string | null> => {
    const known = parents.get(id);
    if (known !== undefined) return known;
    const folder = await findAgain(drive, id);
    const parent = folder?.parents?.[0] ?? null;
    parents.set(id, parent);
    return parent;
  };
  let root: Promise<void> | null = null;
  return {
    /** Fails if the chosen folder is gone. It is asked once for a look. */
    demandRoot(): Promise<void> {
      root ??= place.type === "folder" ? demandFolder(drive, place.folder) : Promise.resolve();
      return root;
    },
    learn({ id, mimeType, parents: above }: DriveFile): void {
      if (id && mimeType === FOLDER) parents.set(id, above?.[0] ?? null);
    },
    async isIn(file: DriveFile): Promise<boolean> {
      if (place.type === "drive") return file.driveId === place.drive;
      if (place.type === "mine") return file.ownedByMe === true;
      if (place.type === "shared-with-me") return file.ownedByMe === false && !file.driveId;
      for (let at = file.parents?.[0] ?? null; at; at = await parentOf(at)) {
        if (at === place.folder) return true;
      }
      return file.id === place.folder;
    },
  };
}

/** The root as the feed of its changes names it. */
export const watchedFeed = (root: RootRef): string | null => root.drive ?? null;
