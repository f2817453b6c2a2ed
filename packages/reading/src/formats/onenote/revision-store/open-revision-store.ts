import { guidText, type Id, noId, readId } from "../store/ids";
import {
  contentRole,
  metadataRole,
  type ObjectSpace,
  type OneObject,
  type OneStore,
} from "../store/one-store";
import { emptySet, readProperties } from "../store/properties";
import { committedNodes } from "./committed-nodes";
import { type Chunk, createFileNodeReader, type FileNodeReader } from "./file-nodes";
import { idBehind } from "./global-ids";
import { nodeIds } from "./node-ids";
import { type Declared, type Revisions, readRevisions } from "./revisions";

const rootListAt = 172;

/** Opens the file that OneNote keeps on a disk ([MS-ONESTORE] 2.3). */
export function openRevisionStore(bytes: Buffer): OneStore {
  const reader = createFileNodeReader(bytes, committedNodes(bytes));
  const { root, spaces, files } = readRootList(bytes, reader);
  const opened = new Map<Id, ObjectSpace | null>();
  const revisions = new Map<Id, Revisions>();
  for (const [id, list] of spaces) revisions.set(id, readSpace(list, reader));

  function space(id: Id): ObjectSpace | null {
    if (!opened.has(id)) {
      const found = revisions.get(id);
      opened.set(id, found?.current ? spaceOf(found, found.current, { reader, files }) : null);
    }
    return opened.get(id) ?? null;
  }

  return {
    root: root ? space(root) : null,
    space,
    spaceIds: () => [...spaces.keys()],
    damages: () => reader.damages,
    isProtected: [...revisions.values()].some(({ isProtected }) => isProtected),
  };
}

function readRootList(bytes: Buffer, reader: FileNodeReader) {
  const spaces = new Map<Id, Chunk>();
  const files = new Map<string, Chunk>();
  let root: Id | null = null;
  const list = {
    at: Number(bytes.readBigUInt64LE(rootListAt)),
    size: bytes.readUInt32LE(rootListAt + 8),
  };
  for (const { id, chunk, content } of reader.nodes(list))
    try {
      if (id === nodeIds.rootSpace) root = readId(content);
      if (id === nodeIds.space && chunk) spaces.set(readId(content), chunk);
      if (id === nodeIds.storedFiles)
        for (const file of reader.nodes(chunk))
          if (file.id === nodeIds.storedFile && file.chunk)
            files.set(guidText(file.content.bytes(16)), file.chunk);
    } catch {
      reader.damages += 1;
    }
  return { root, spaces, files };
}

/** The last list of revisions is the newest ([MS-ONESTORE] 2.1.6). */
function readSpace(list: Chunk, reader: FileNodeReader): Revisions {
  const lists = reader.nodes(list).filter(({ id }) => id === nodeIds.revisionList);
  return readRevisions(lists.at(-1)?.chunk ?? null, reader);
}

type Given = { reader: FileNodeReader; files: ReadonlyMap<string, Chunk> };

function spaceOf({ byId }: Revisions, current: Id, given: Given): ObjectSpace {
  const roots = new Map<number, Id>();
  const objects = new Map<Id, Declared>();
  const seen = new Set<Id>();
  for (let id = current; id !== noId && !seen.has(id); ) {
    seen.add(id);
    const revision = byId.get(id);
    if (!revision) {
      given.reader.damages += 1;
      break;
    }
    for (const [role, root] of revision.roots) if (!roots.has(role)) roots.set(role, root);
    for (const [key, object] of revision.objects) {
      const newer = objects.get(key);
      if (!newer) objects.set(key, object);
      else if (newer.kind === 0) objects.set(key, { ...newer, kind: object.kind });
    }
    id = revision.base;
  }
  return {
    contentRoot: roots.get(contentRole),
    metadataRoot: roots.get(metadataRole),
    object: (id) => {
      const declared = id === undefined ? undefined : objects.get(id);
      return declared ? objectOf(declared, given) : null;
    },
  };
}

function objectOf(
  { kind, chunk, ids, file }: Declared,
  { reader, files }: Given,
): OneObject | null {
  try {
    if (file !== null) return { ...emptySet(), kind, file: storedFile(file, { reader, files }) };
    if (!chunk) return null;
    const properties = readProperties(reader.part(chunk), ({ objects, spaces }) => ({
      objects: objects.map((id) => idBehind(id, ids)),
      spaces: spaces.map((id) => idBehind(id, ids)),
    }));
    return { ...properties, kind, file: null };
  } catch {
    reader.damages += 1;
    return null;
  }
}

const headerBytes = 36;

/** Returns null for a file that is beside the section or was never stored. */
function storedFile(reference: string, { reader, files }: Given): Buffer | null {
  const [, guid] = /^<ifndf>\{?([\da-f-]{36})/i.exec(reference) ?? [];
  const chunk = guid && files.get(guid.toLowerCase());
  if (!chunk) return null;
  const stored = reader.part(chunk);
  const length = Number(stored.readBigUInt64LE(16));
  return stored.subarray(headerBytes, Math.min(headerBytes + length, stored.length));
}
