import { createHash } from "node:crypto";

import type { drive_v3 } from "@googleapis/drive";

import type { Grant, Item, RootRef } from "../source";
import type { SkipReason } from "../source-words";

export type DriveFile = drive_v3.Schema$File;

export const FOLDER = "application/vnd.google-apps.folder";
const SHORTCUT = "application/vnd.google-apps.shortcut";
const NATIVE = "application/vnd.google-apps.";

/** The fields of a file that an item is made of. */
export const FILE_FIELDS =
  "id,name,mimeType,parents,size,md5Checksum,headRevisionId,version,modifiedTime,webViewLink,trashed,ownedByMe,driveId,hasAugmentedPermissions,capabilities(canDownload),permissions(id,type,emailAddress,displayName,domain,deleted,expirationTime)";

/** The formats that Google's own files are exported to: the first that fits, then a text that is smaller. */
export const exportsOf: Readonly<Record<string, readonly { mediaType: string; ending: string }[]>> =
  {
    "application/vnd.google-apps.document": [
      {
        mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ending: ".docx",
      },
      { mediaType: "text/plain", ending: ".txt" },
    ],
    // A text of a spreadsheet would be its first sheet alone.
    "application/vnd.google-apps.spreadsheet": [
      {
        mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ending: ".xlsx",
      },
    ],
    "application/vnd.google-apps.presentation": [
      {
        mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ending: ".pptx",
      },
      { mediaType: "text/plain", ending: ".txt" },
    ],
    "application/vnd.google-apps.drawing": [{ mediaType: "application/pdf", ending: ".pdf" }],
  };

/** Returns a file of Drive as an item. */
export function itemOf(file: DriveFile): Item {
  const skip = skipOf(file);
  const grants = file.permissions ? grantsFrom(file.permissions) : null;
  const grantsKey = grants ? keyOf(grants) : sharedKeyOf(file);
  return {
    id: file.id ?? "",
    parentIds: file.parents ?? [],
    name: file.name ?? "",
    mediaType: file.mimeType ?? "application/octet-stream",
    size: file.size ? Number(file.size) : null,
    revision: revisionOf(file),
    modifiedAt: new Date(file.modifiedTime ?? 0),
    webUrl: file.webViewLink ?? null,
    isFolder: file.mimeType === FOLDER,
    ...(skip && { skip }),
    ...(grantsKey && { grantsKey }),
    ...(grants && { grants }),
  };
}

/** Google's own files have no hash: their time of change takes its place. */
export function revisionOf(file: DriveFile): string {
  if (file.md5Checksum) return `md5:${file.md5Checksum}`;
  if (file.headRevisionId) return `rev:${file.headRevisionId}`;
  return `at:${file.modifiedTime ?? ""}`;
}

function skipOf({ mimeType, size, capabilities }: DriveFile): SkipReason | null {
  const type = mimeType ?? "";
  if (type === FOLDER) return null;
  if (type === SHORTCUT) return "shortcut";
  if (capabilities?.canDownload === false) return "no-download-right";
  if (type.startsWith(NATIVE)) {
    if (exportsOf[type]) return null;
    return /\.(form|site|map|fusiontable)$/.test(type) ? "form-or-site" : "kind-not-read";
  }
  if (type === "application/vnd.google-gsuite.encrypted-document") return "kind-not-read";
  return size === "0" ? "empty" : null;
}

/** Files of a shared drive that have no sharing of their own are all shared with its members. */
const sharedKeyOf = ({
  id,
  driveId,
  version,
  hasAugmentedPermissions,
}: DriveFile): string | null => {
  if (!driveId) return null;
  return hasAugmentedPermissions ? `file:${id}:${version}` : `drive:${driveId}`;
};

const keyOf = (grants: readonly Grant[]): string =>
  `set:${createHash("sha256").update(JSON.stringify(grants)).digest("hex").slice(0, 32)}`;

/** Returns who may see a file. Links, groups and domains stay what they are: only members of BeSunny matter, and they are found later. */
export function grantsFrom(
  permissions: readonly drive_v3.Schema$Permission[],
  now: Date = new Date(),
): Grant[] {
  return permissions
    .filter(
      ({ deleted, expirationTime }) =>
        !deleted && !(expirationTime && new Date(expirationTime) <= now),
    )
    .flatMap((permission) => grantFrom(permission))
    .sort((one, two) => (JSON.stringify(one) < JSON.stringify(two) ? -1 : 1));
}

function grantFrom({
  type,
  emailAddress,
  displayName,
  domain,
}: drive_v3.Schema$Permission): Grant[] {
  if (type === "anyone") return [{ kind: "anyone" }];
  if (type === "domain" && domain) return [{ kind: "domain", domain: domain.toLowerCase() }];
  const address = emailAddress?.toLowerCase();
  if (!address) return [];
  if (type === "group") return [{ kind: "group", ref: address, name: displayName ?? address }];
  return [{ kind: "user", address }];
}

/** The places of Drive that can be chosen. */
export type Place =
  | { type: "mine" }
  | { type: "shared-with-me" }
  | { type: "drive"; drive: string }
  | { type: "folder"; folder: string; drive: string | null };

export function placeOf({ type, drive, folder }: RootRef): Place {
  if (type === "drive" && drive) return { type, drive };
  if (type === "folder" && folder) return { type, folder, drive: drive ?? null };
  return type === "shared-with-me" ? { type } : { type: "mine" };
}

export function refOf(place: Place): RootRef {
  if (place.type !== "folder") return { ...place };
  return { type: "folder", folder: place.folder, ...(place.drive && { drive: place.drive }) };
}
