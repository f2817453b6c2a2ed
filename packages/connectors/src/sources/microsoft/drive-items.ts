import type { DriveItem, NullableOption } from "@microsoft/microsoft-graph-types";

import type { Item } from "../source";
import type { SkipReason } from "../source-words";

/** The fields that are asked for. There is no `path` in a delta, so that places are followed by ids. */
export const ITEM_FIELDS =
  "id,name,size,eTag,lastModifiedDateTime,webUrl,file,folder,package,remoteItem,malware,deleted,root,parentReference,shared";

type Option<Thing> = NullableOption<Thing> | undefined;

/** Returns a file or folder of a drive. `driveId` is that of the listing. */
export function itemOf(found: DriveItem, driveId: string, kind: string): Item {
  const id = found.id ?? "";
  const isFolder = isFolderItem(found);
  const skip = isFolder ? null : skipOf(found);
  return {
    id,
    parentIds: found.parentReference?.id ? [found.parentReference.id] : [],
    name: found.name ?? "",
    mediaType: isFolder ? "" : (found.file?.mimeType ?? "application/octet-stream"),
    size: isFolder ? null : (found.size ?? null),
    revision: revisionOf(found),
    modifiedAt: new Date(found.lastModifiedDateTime ?? 0),
    webUrl: found.webUrl ?? null,
    isFolder,
    grantsKey: grantsKeyOf(found, driveId, kind),
    ...(skip && { skip }),
  };
}

export const isFolderItem = (found: DriveItem): boolean => Boolean(found.folder);

/** The hash of the bytes, or else the eTag. Never the cTag, which business drives leave out. */
export function revisionOf({ file, eTag }: DriveItem): string {
  const hashes = file?.hashes;
  return hashes?.quickXorHash ?? hashes?.sha256Hash ?? hashes?.sha1Hash ?? eTag ?? "";
}

export function skipOf(found: DriveItem): SkipReason | null {
  if (found.malware) return "flagged-as-malware";
  if (found.package) return "notebook";
  if (found.remoteItem) return "shortcut";
  return isEmpty(found.size) ? "empty" : null;
}

const isEmpty = (size: Option<number>) => size === 0;

/**
 * In a person's own drive, an item without `shared` is seen by its owner alone. In a site an item may inherit less than the one above it, and the delta
 * does not say so. There each item has its own key, for a sharing must never look wider than it is.
 */
function grantsKeyOf({ id, shared }: DriveItem, driveId: string, kind: string): string {
  return kind === "onedrive" && !shared ? `owner:${driveId}` : `item:${driveId}:${id}`;
}
