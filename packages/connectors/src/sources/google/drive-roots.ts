import type { drive_v3 } from "@googleapis/drive";

import type { Root, RootRef } from "../source";
import { type Drive, quoted } from "./drive-client";
import { type DriveFile, FOLDER, placeOf, refOf } from "./drive-items";
import { units } from "./paces";

const FOLDER_FIELDS = "id,name,parents,driveId";
const isFolder = `mimeType = ${quoted(FOLDER)} and trashed = false`;

/** Lists My Drive, what is shared with the person, and shared drives; below them folders; or folders and drives by name. */
export function listDriveRoots(
  drive: Drive,
  within?: RootRef,
  query?: string,
): AsyncGenerator<Root> {
  if (query) return search(drive, query);
  return within ? listBelow(drive, within) : listTop(drive);
}

async function* listTop(drive: Drive): AsyncGenerator<Root> {
  yield top("mine", "My Drive", true);
  yield top("shared-with-me", "Shared with me", false);
  yield* sharedDrives(drive, null);
}

const top = (type: "mine" | "shared-with-me", name: string, hasChildren: boolean): Root => ({
  ref: refOf({ type }),
  kind: "drive",
  name,
  path: [],
  hasChildren,
  isChoosable: true,
});

async function* sharedDrives(drive: Drive, name: string | null): AsyncGenerator<Root> {
  for (let page: string | null | undefined = null; page !== undefined; ) {
    const at: string | null = page;
    const data: drive_v3.Schema$DriveList = await drive.ask(
      { units: units.drive.list, about: "account" },
      (stop) =>
        drive.api.drives.list(
          {
            pageSize: 100,
            ...(name && { q: `name contains ${quoted(name)}` }),
            ...(at && { pageToken: at }),
          },
          stop,
        ),
    );
    for (const one of data.drives ?? []) {
      const ref = refOf({ type: "drive", drive: one.id ?? "" });
      yield {
        ref,
        kind: "drive",
        name: one.name ?? "",
        path: [],
        hasChildren: true,
        isChoosable: true,
      };
    }
    page = data.nextPageToken ?? undefined;
  }
}

async function* listBelow(drive: Drive, within: RootRef): AsyncGenerator<Root> {
  const place = placeOf(within);
  if (place.type === "shared-with-me") return;
  const inDrive = place.type === "mine" ? null : place.drive;
  const parent =
    place.type === "folder" ? place.folder : place.type === "drive" ? place.drive : "root";
  const above = await pathFinder(drive).namesTo(parent);
  for await (const folder of folders(drive, `${quoted(parent)} in parents`, inDrive, false)) {
    yield rootOf(folder, above);
  }
}

async function* search(drive: Drive, query: string): AsyncGenerator<Root> {
  yield* sharedDrives(drive, query);
  const finder = pathFinder(drive);
  const q = `name contains ${quoted(query)}`;
  for await (const folder of folders(drive, q, null, true)) {
    const [parent] = folder.parents ?? [];
    yield rootOf(folder, parent ? await finder.namesTo(parent) : []);
  }
}

async function* folders(drive: Drive, q: string, inDrive: string | null, isAll: boolean) {
  let page: string | null = null;
  do {
    const found: { files: DriveFile[]; next: string | null } = await drive.files(
      `${q} and ${isFolder}`,
      { drive: inDrive, page, about: "root", fields: FOLDER_FIELDS, isAll, size: 200 },
    );
    yield* found.files;
    page = found.next;
  } while (page);
}

const rootOf = ({ id, name, driveId }: DriveFile, path: string[]): Root => ({
  ref: refOf({ type: "folder", folder: id ?? "", drive: driveId ?? null }),
  kind: "drive",
  name: name ?? "",
  path,
  hasChildren: true,
  isChoosable: true,
});

/** Finds the names of the folders above, each asked for once. */
function pathFinder(drive: Drive) {
  const known = new Map<string, Promise<string[]>>();
  const find = async (id: string): Promise<string[]> => {
    const { name, parents } = await drive.file(id, "root", FOLDER_FIELDS);
    const [parent] = parents ?? [];
    return [...(parent ? await namesTo(parent) : []), name ?? ""];
  };
  const namesTo = (id: string): Promise<string[]> => {
    const found = known.get(id) ?? find(id);
    known.set(id, found);
    return found;
  };
  return { namesTo };
}
