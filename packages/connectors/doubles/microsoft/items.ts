import type { DriveItem } from "@microsoft/microsoft-graph-types";

import { childrenIn } from "../tree";
import type { World, WorldDrive, WorldFile } from "../world";

export const rootIdOf = (driveId: string) => `root-${driveId}`;

/** Returns whether the file is there: it is not in the bin, and no folder above it is. */
export function isThere(world: World, file: WorldFile): boolean {
  for (let at: WorldFile | undefined = file; at; at = world.files.get(at.parentId ?? "")) {
    if (at.isTrashed || at.isDeleted) return false;
  }
  return true;
}

export const filesOf = (world: World, drive: WorldDrive): WorldFile[] =>
  [...world.files.values()].filter((file) => file.driveId === drive.id && isThere(world, file));

export const childrenOf = (world: World, drive: WorldDrive, folder: string | null): WorldFile[] =>
  childrenIn(world, folder).filter((file) => file.driveId === drive.id && isThere(world, file));

export function foldersAbove(world: World, file: WorldFile): WorldFile[] {
  const above: WorldFile[] = [];
  let at = world.files.get(file.parentId ?? "");
  for (; at; at = world.files.get(at.parentId ?? "")) above.unshift(at);
  return above;
}

const referenceOf = (drive: WorldDrive, parentId: string | null) => ({
  driveId: drive.id,
  driveType: drive.kind === "site" ? "documentLibrary" : "business",
  id: parentId ?? rootIdOf(drive.id),
});

/** The item of a file. There is no path in its reference, and no cTag. */
export function itemOf(world: World, drive: WorldDrive, file: WorldFile): DriveItem {
  return {
    id: file.id,
    name: file.name,
    eTag: `"{${file.id}},${file.change}"`,
    lastModifiedDateTime: file.modifiedAt.toISOString(),
    webUrl: `https://harbour.sharepoint.example/${drive.id}/${file.id}`,
    parentReference: referenceOf(drive, file.parentId),
    ...(file.grants.length > 0 && { shared: { scope: "users" } }),
    ...facetsOf(world, drive, file),
  };
}

function facetsOf(world: World, drive: WorldDrive, file: WorldFile): DriveItem {
  if (file.isFolder) {
    return { size: 0, folder: { childCount: childrenOf(world, drive, file.id).length } };
  }
  if (file.marks.includes("notebook")) return { package: { type: "oneNote" } };
  if (file.shortcutOf) return { remoteItem: { id: file.shortcutOf, name: file.name } };
  return {
    size: file.content.size,
    file: { mimeType: file.mediaType, hashes: { quickXorHash: file.content.sha256.slice(0, 28) } },
    ...(file.marks.includes("malware") && { malware: { description: "EICAR" } }),
  };
}

export function rootOf(world: World, drive: WorldDrive): DriveItem {
  return {
    id: rootIdOf(drive.id),
    name: "root",
    root: {},
    folder: { childCount: childrenOf(world, drive, null).length },
    parentReference: { driveId: drive.id, driveType: referenceOf(drive, null).driveType },
  };
}

/** A deleted item: it has no name and no eTag. */
export const deletedOf = (drive: WorldDrive, id: string): DriveItem => ({
  id,
  deleted: { state: "deleted" },
  parentReference: { driveId: drive.id },
});

/** The same item as it was before. A reader who does not let the last one count keeps this name. */
export const staleOf = (item: DriveItem): DriveItem =>
  item.deleted ? item : { ...item, name: `${item.name} (before)`, eTag: `${item.eTag}-before` };
