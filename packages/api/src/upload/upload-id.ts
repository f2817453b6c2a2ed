import { createHash, randomUUID } from "node:crypto";

/** The parts of the file name of an unfinished upload. They let us count uploads by listing a folder. */
export type UploadId = {
  /** A hash of the person; `membership` is a hash of the workspace and the person. */
  person: string;
  membership: string;
  announcedBytes: number;
  announcedAt: Date;
};

type Uploader = { userId: string; workspaceId: string };

const pattern = /^([0-9a-f]{16})-([0-9a-f]{16})-([0-9a-z]{1,11})-([0-9a-z]{1,11})-[0-9a-f-]{36}$/;

/** A new name, that nobody can guess. */
export function newUploadId(uploader: Uploader, announcedBytes: number): string {
  const { person, membership } = ownerOf(uploader);
  const announced = [announcedBytes, Date.now()].map((number) => number.toString(36));
  return [person, membership, ...announced, randomUUID()].join("-");
}

/** Null for what is no such name. */
export function parseUploadId(id: string): UploadId | null {
  const [, person, membership, bytes, at] = id.match(pattern) ?? [];
  if (!person || !membership || !bytes || !at) return null;
  return {
    person,
    membership,
    announcedBytes: Number.parseInt(bytes, 36),
    announcedAt: new Date(Number.parseInt(at, 36)),
  };
}

/** Returns whether this person began the upload, in this workspace. */
export function isUploadOf(id: string, uploader: Uploader): boolean {
  return parseUploadId(id)?.membership === ownerOf(uploader).membership;
}

function ownerOf({ userId, workspaceId }: Uploader) {
  return { person: shortHash(userId), membership: shortHash(`${workspaceId}/${userId}`) };
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
