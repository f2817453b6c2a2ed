import { createHash } from "node:crypto";

import type { Content, World, WorldDrive, WorldFile, WorldGrant } from "../world";

export const FOLDER = "application/vnd.google-apps.folder";
export const SHORTCUT = "application/vnd.google-apps.shortcut";
const NATIVE = "application/vnd.google-apps.";

/** Above this size a content has no checksum here: to compute it would take longer than any test. */
const MOST_HASHED = 64 * 1024 ** 2;

const hashes = new WeakMap<Content, { md5: string; sha1: string }>();

function hashesOf(content: Content): { md5: string; sha1: string } {
  const known = hashes.get(content);
  if (known) return known;
  const bytes = content.bytes();
  const of = (name: string) => createHash(name).update(bytes).digest("hex");
  const made = { md5: of("md5"), sha1: of("sha1") };
  hashes.set(content, made);
  return made;
}

export const isNative = (file: WorldFile): boolean => file.mediaType.startsWith(NATIVE);

/** Returns the folders above a file, from the inside out. */
export function foldersAbove(world: World, file: WorldFile): WorldFile[] {
  const above: WorldFile[] = [];
  for (let at = file.parentId; at; ) {
    const folder = world.files.get(at);
    if (!folder) break;
    above.push(folder);
    at = folder.parentId;
  }
  return above;
}

export const isTrashed = (world: World, file: WorldFile): boolean =>
  file.isTrashed || foldersAbove(world, file).some((folder) => folder.isTrashed);

export const isDeleted = (world: World, file: WorldFile): boolean =>
  file.isDeleted || foldersAbove(world, file).some((folder) => folder.isDeleted);

function isGranted(world: World, grants: readonly WorldGrant[], address: string): boolean {
  return grants.some((grant) => {
    if (grant.kind === "user") return grant.address === address;
    if (grant.kind === "domain") return address.endsWith(`@${grant.domain}`);
    if (grant.kind === "group") return world.groups.get(grant.ref)?.members.includes(address);
    return false;
  });
}

export const isMember = (drive: WorldDrive, address: string): boolean =>
  drive.isReadable &&
  !drive.isDeleted &&
  (drive.owner === address || drive.members.includes(address));

/** Returns whether the account sees the file, were it not deleted. A limited file or folder is closed to those whom it does not name. */
export function maySee(world: World, file: WorldFile, address: string): boolean {
  const drive = world.drives.get(file.driveId);
  if (drive?.service !== "google" || !drive.isReadable || drive.isDeleted) return false;
  const way = [file, ...foldersAbove(world, file)];
  const barrier = way.findIndex(({ marks }) => marks.includes("limited"));
  const open = barrier < 0 ? way : way.slice(0, barrier + 1);
  if (open.some(({ grants }) => isGranted(world, grants, address))) return true;
  return barrier < 0 && isMember(drive, address);
}

export const isVisible = (world: World, file: WorldFile, address: string): boolean =>
  !isDeleted(world, file) && maySee(world, file, address);

/** Returns the folder that a file is in. The top folder of a drive has the drive's id. */
export const parentOf = (file: WorldFile): string => file.parentId ?? file.driveId;

export const mimeTypeOf = ({ isFolder, shortcutOf, mediaType }: WorldFile): string =>
  isFolder ? FOLDER : shortcutOf ? SHORTCUT : mediaType;

/** Returns a file as Drive shows it to an account, with all fields that this double knows. */
export function fileView(world: World, file: WorldFile, address: string) {
  const drive = world.drives.get(file.driveId);
  const isShared = drive?.kind !== "own";
  const isBlob = !file.isFolder && !file.shortcutOf && !isNative(file);
  const isOwn = drive?.owner === address;
  return {
    kind: "drive#file",
    id: file.id,
    name: file.name,
    mimeType: mimeTypeOf(file),
    trashed: isTrashed(world, file),
    explicitlyTrashed: file.isTrashed,
    version: String(file.change),
    createdTime: file.modifiedAt.toISOString(),
    modifiedTime: file.modifiedAt.toISOString(),
    webViewLink: `https://drive.google.com/file/d/${file.id}/view`,
    capabilities: {
      canDownload: !file.marks.includes("no-download"),
      canReadRevisions: true,
    },
    // The folder above is named only to those who see it.
    ...(seesParent(world, file, address) && { parents: [parentOf(file)] }),
    ...(isShared
      ? { driveId: file.driveId, hasAugmentedPermissions: file.grants.length > 0 }
      : {
          ownedByMe: isOwn,
          owners: [userOf(world, drive?.owner ?? "", isOwn)],
          shared: permissionsOf(world, file).length > 1,
          ...(!isOwn && { sharedWithMeTime: file.modifiedAt.toISOString() }),
          ...(isOwn && { permissions: permissionsOf(world, file) }),
        }),
    ...(isBlob && {
      size: String(file.content.size),
      headRevisionId: `rev-${file.id}-${file.version}`,
      originalFilename: file.name,
      ...(file.content.size <= MOST_HASHED && {
        md5Checksum: hashesOf(file.content).md5,
        sha1Checksum: hashesOf(file.content).sha1,
        sha256Checksum: file.content.sha256,
      }),
    }),
    ...(file.shortcutOf && {
      shortcutDetails: {
        targetId: file.shortcutOf,
        targetMimeType: world.files.get(file.shortcutOf)?.mediaType ?? "",
      },
    }),
  };
}

function seesParent(world: World, file: WorldFile, address: string): boolean {
  const folder = file.parentId ? world.files.get(file.parentId) : null;
  const drive = world.drives.get(file.driveId);
  return folder ? maySee(world, folder, address) : drive !== undefined && isMember(drive, address);
}

const userOf = (world: World, address: string, me: boolean) => ({
  kind: "drive#user",
  displayName: world.people.get(address)?.name ?? address,
  emailAddress: address,
  me,
});

/** Returns who may see a file, by itself and by the folders above it. */
export function permissionsOf(world: World, file: WorldFile) {
  const drive = world.drives.get(file.driveId);
  const way = [file, ...foldersAbove(world, file)];
  const barrier = way.findIndex(({ marks }) => marks.includes("limited"));
  const open = barrier < 0 ? way : way.slice(0, barrier + 1);
  const members = drive && barrier < 0 ? membersOf(world, drive) : [];
  const given = open.flatMap(({ grants }) => grants.map((grant) => permissionOf(world, grant)));
  return [...new Map([...members, ...given].map((one) => [one.id, one])).values()];
}

const ids = new Map<string, string>();

function idOf(text: string): string {
  const hash = () => createHash("sha256").update(text).digest("hex").slice(0, 15);
  const id = ids.get(text) ?? BigInt(`0x${hash()}`).toString();
  ids.set(text, id);
  return id;
}

function membersOf(world: World, drive: WorldDrive) {
  const owner = drive.owner ? [{ address: drive.owner, role: "owner" }] : [];
  const members = drive.members.map((address) => ({ address, role: "writer" }));
  return [...owner, ...members].map(({ address, role }) => ({
    ...permissionOf(world, { kind: "user", address }),
    role,
  }));
}

function permissionOf(world: World, grant: WorldGrant) {
  const shape = (id: string, type: string, more: object = {}) => ({
    kind: "drive#permission",
    id,
    type,
    role: "reader",
    ...more,
  });
  switch (grant.kind) {
    case "user":
      return shape(idOf(grant.address), "user", {
        emailAddress: grant.address,
        displayName: world.people.get(grant.address)?.name ?? grant.address,
        deleted: false,
      });
    case "group":
      return shape(idOf(grant.ref), "group", {
        emailAddress: grant.ref,
        displayName: world.groups.get(grant.ref)?.name ?? grant.ref,
        deleted: false,
      });
    case "domain":
      return shape(`${idOf(grant.domain)}k`, "domain", {
        domain: grant.domain,
        displayName: grant.domain,
        allowFileDiscovery: false,
      });
    case "anyone":
      return shape("anyoneWithLink", "anyone", { allowFileDiscovery: false });
  }
}
