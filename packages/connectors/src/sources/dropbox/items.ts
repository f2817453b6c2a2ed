import type { files } from "dropbox";

import type { Change, Item } from "../source";
import type { SkipReason } from "../source-words";

export type Entry =
  | files.FileMetadataReference
  | files.FolderMetadataReference
  | files.DeletedMetadataReference;

/**
 * Returns a file or folder. A folder has its place for an id, because Dropbox names parents by places alone. A folder that moves is
 * reported with all that is below it.
 */
export function itemOf(entry: Exclude<Entry, files.DeletedMetadataReference>): Item {
  const place = entry.path_lower ?? "";
  const shared = { name: entry.name, place, parentIds: [placeAbove(place)] };
  if (entry[".tag"] === "folder") {
    return {
      ...shared,
      id: place,
      mediaType: "",
      size: null,
      revision: entry.id,
      modifiedAt: new Date(0),
      webUrl: webUrlOf(entry.path_display),
      isFolder: true,
    };
  }
  const skip = skipOf(entry);
  return {
    ...shared,
    id: entry.id,
    mediaType: mediaTypeOf(entry),
    size: entry.size,
    revision: revisionOf(entry),
    modifiedAt: new Date(entry.server_modified),
    webUrl: webUrlOf(entry.path_display),
    isFolder: false,
    grantsKey: grantsKeyOf(entry),
    ...(skip && { skip }),
  };
}

/** A deletion names no id. A folder comes alone, for all that was below it. */
export const changeOf = (entry: Entry): Change =>
  entry[".tag"] === "deleted"
    ? { kind: "gone-at", place: entry.path_lower ?? "", why: "deleted" }
    : { kind: "is", item: itemOf(entry) };

export const revisionOf = ({ content_hash, rev }: files.FileMetadata): string =>
  content_hash ?? rev;

function skipOf(entry: files.FileMetadata): SkipReason | null {
  if (entry.symlink_info) return "shortcut";
  if (isExported(entry)) {
    return entry.export_info?.export_as || entry.export_info?.export_options?.length
      ? null
      : "paper-not-exportable";
  }
  return entry.size === 0 ? "empty" : null;
}

/** A file that is made in Dropbox itself has no bytes of its own, and is exported. */
const isExported = ({ is_downloadable }: files.FileMetadata) => is_downloadable === false;

export const placeAbove = (place: string): string => place.slice(0, place.lastIndexOf("/")) || "/";

function grantsKeyOf(entry: files.FileMetadata): string {
  if (entry.has_explicit_shared_members !== false) return `file:${entry.id}`;
  const folder = entry.sharing_info?.parent_shared_folder_id ?? entry.parent_shared_folder_id;
  return folder ? `folder:${folder}` : "own";
}

function webUrlOf(path: string | undefined): string | null {
  if (!path) return null;
  return `https://www.dropbox.com/home${path.split("/").map(encodeURIComponent).join("/")}`;
}

const mediaTypes: Record<string, string> = {
  csv: "text/csv",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  eml: "message/rfc822",
  gif: "image/gif",
  htm: "text/html",
  html: "text/html",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  json: "application/json",
  md: "text/markdown",
  msg: "application/vnd.ms-outlook",
  odp: "application/vnd.oasis.opendocument.presentation",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odt: "application/vnd.oasis.opendocument.text",
  pdf: "application/pdf",
  png: "image/png",
  ppt: "application/vnd.ms-powerpoint",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  rtf: "application/rtf",
  tif: "image/tiff",
  tiff: "image/tiff",
  txt: "text/plain",
  vtt: "text/vtt",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};

/** Dropbox tells no media type. The name's ending does, and the reader looks at the bytes anyway. */
export function mediaTypeOf({ name }: { name: string }): string {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return mediaTypes[ending] ?? "application/octet-stream";
}
