import type { files } from "dropbox";

import type { World, WorldFile } from "../world";
import { contentHashOf } from "./content-hash";
import { checked } from "./schema";

export type Entry =
  | files.FileMetadataReference
  | files.FolderMetadataReference
  | files.DeletedMetadataReference;

const day = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;

/** The entry of a file or folder. The display of a path may have other letters above its last name than the folders have themselves. */
export function entryOf(file: WorldFile, path: string): Entry {
  const place = {
    name: file.name,
    path_lower: path.toLowerCase(),
    path_display: `${path.slice(0, path.lastIndexOf("/")).toUpperCase()}/${file.name}`,
  };
  if (file.isFolder) {
    return { ".tag": "folder", ...checked("FolderMetadata", { ...place, id: `id:${file.id}` }) };
  }
  return { ".tag": "file", ...checked("FileMetadata", { ...place, ...fileFields(file) }) };
}

function fileFields(file: WorldFile): Omit<files.FileMetadata, keyof files.Metadata> {
  const isPaper = file.marks.includes("paper");
  const isLocked = file.marks.includes("no-download");
  return {
    id: `id:${file.id}`,
    client_modified: day(file.modifiedAt),
    server_modified: day(file.modifiedAt),
    rev: `rev${file.version.toString(16).padStart(9, "0")}`,
    size: file.content.size,
    content_hash: contentHashOf(file.content),
    is_downloadable: !isPaper && !isLocked,
    has_explicit_shared_members: file.grants.length > 0,
    ...(isPaper && { export_info: { export_as: "html", export_options: ["html", "markdown"] } }),
  };
}

export function deletedOf(path: string): Entry {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const fields = { name, path_lower: path.toLowerCase(), path_display: path };
  return { ".tag": "deleted", ...checked("DeletedMetadata", fields) };
}

export const fileOf = (world: World, id: string): WorldFile | undefined =>
  world.files.get(id.replace(/^id:/, ""));
