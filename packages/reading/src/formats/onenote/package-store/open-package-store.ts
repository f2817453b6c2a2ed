import { type Id, noId } from "../store/ids";
import {
  contentRole,
  metadataRole,
  type ObjectSpace,
  type OneObject,
  type OneStore,
} from "../store/one-store";
import { emptySet, type Named, readProperties, type Streams } from "../store/properties";
import { type CellId, cellKey } from "./compact-values";
import { type DataElements, type GroupContent, readDataElements } from "./data-elements";

const packageAt = 68;
const dataRoot = "84defab9-aaa3-4a0d-a3a8-520c77ac7073:2";
const rootRole = (role: number) => `4a3717f8-1c14-49e7-9526-81d942de1741:${role}`;
const encryptionRole = 3;

/** Opens the file that OneDrive and SharePoint hand out ([MS-ONESTORE] 2.8). `at` is the place of its header. */
export function openPackageStore(bytes: Buffer, at = 0): OneStore {
  const elements = readDataElements(bytes.subarray(at + packageAt));
  const opened = new Map<Id, ObjectSpace | null>();
  const damages = { count: elements.isCut ? 1 : 0 };

  function space(id: Id): ObjectSpace | null {
    if (!opened.has(id)) {
      const found = elements.cells.get(id);
      opened.set(id, found ? spaceOf(found, elements, damages) : null);
    }
    return opened.get(id) ?? null;
  }

  const root = elements.roots.get(dataRoot);
  return {
    root: root ? space(cellKey(root)) : null,
    space,
    spaceIds: () => [...elements.cells.keys()],
    damages: () => damages.count,
    isProtected: [...elements.revisionManifests.values()].some(({ roots }) =>
      roots.has(rootRole(encryptionRole)),
    ),
  };
}

/** The parts of an object, each from the newest revision that has it. */
type Parts = { properties?: GroupContent; file?: GroupContent; kind?: GroupContent };

const partitions: Record<number, keyof Parts> = { 1: "properties", 2: "file", 4: "kind" };

function spaceOf(
  { cell, manifest }: { cell: CellId; manifest: Id },
  elements: DataElements,
  damages: { count: number },
): ObjectSpace | null {
  const roots = new Map<Id, Id>();
  const objects = new Map<Id, Parts>();
  const seen = new Set<Id>();
  const revision = elements.cellManifests.get(manifest) ?? manifest;
  for (let id = elementOf(revision, elements); id !== noId && !seen.has(id); ) {
    seen.add(id);
    const found = elements.revisionManifests.get(id);
    if (!found) {
      damages.count += 1;
      break;
    }
    for (const [role, root] of found.roots) if (!roots.has(role)) roots.set(role, root);
    for (const group of found.groups) addGroup(group, elements, objects);
    id = elementOf(found.base, elements);
  }
  return {
    contentRoot: roots.get(rootRole(contentRole)),
    metadataRoot: roots.get(rootRole(metadataRole)),
    object(id) {
      const parts = id === undefined ? undefined : objects.get(id);
      if (!parts) return null;
      try {
        return objectOf(parts, cell, elements);
      } catch {
        damages.count += 1;
        return null;
      }
    },
  };
}

function elementOf(revision: Id, { revisionElements }: DataElements): Id {
  return revisionElements.get(revision) ?? revision;
}

function addGroup(id: Id, { groups }: DataElements, objects: Map<Id, Parts>) {
  const group = groups.get(id);
  for (const [index, { object, partition }] of group?.parts.entries() ?? []) {
    const name = partitions[partition];
    const content = group?.contents[index];
    if (!name || !content) continue;
    const parts = objects.get(object) ?? {};
    objects.set(object, parts);
    parts[name] ??= content;
  }
}

function objectOf(parts: Parts, cell: CellId, elements: DataElements): OneObject | null {
  const kind = bytesOf(parts.kind, elements);
  if (!kind) return null;
  const properties = bytesOf(parts.properties, elements);
  const read = properties
    ? readProperties(properties, (streams) => namedBy(parts.properties, streams, cell))
    : emptySet();
  return { ...read, kind: kind.readUInt32LE(0), file: bytesOf(parts.file, elements) };
}

function bytesOf(part: GroupContent | undefined, { blobs }: DataElements): Buffer | null {
  if (!part?.content) return null;
  return "blob" in part.content ? (blobs.get(part.content.blob) ?? null) : part.content;
}

/** The package lists the ids behind the compact ids of an object beside it, in their order. */
function namedBy(part: GroupContent | undefined, streams: Streams, { space }: CellId): Named {
  const cells = (part?.cells ?? []).filter((cell) => cell.space !== space);
  return {
    objects: explained(streams.objects, part?.objects ?? []),
    spaces: explained(streams.spaces, cells.map(cellKey)),
  };
}

/** A shorter list names each compact id once. */
function explained(compact: number[], ids: Id[]): (Id | undefined)[] {
  const known = new Map<number, Id>();
  for (const [index, id] of ids.entries()) {
    const key = compact[index];
    if (key !== undefined && !known.has(key)) known.set(key, id);
  }
  return compact.map((key, index) => ids[index] ?? known.get(key));
}
