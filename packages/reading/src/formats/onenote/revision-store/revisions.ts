import { type Id, noId, readId } from "../store/ids";
import { contentRole } from "../store/one-store";
import type { Chunk, FileNode, FileNodeReader } from "./file-nodes";
import { addGlobalId, type GlobalIds, idBehind } from "./global-ids";
import { nodeIds } from "./node-ids";

/** An object as a revision declares it. `kind` is 0 for a new state of an earlier object; `file` names the bytes of a file. */
export type Declared = { kind: number; chunk: Chunk | null; ids: GlobalIds; file: string | null };

export type Revision = {
  base: Id;
  roots: Map<number, Id>;
  objects: Map<Id, Declared>;
  ids: GlobalIds;
};

export type Revisions = { byId: Map<Id, Revision>; current: Id | null; isProtected: boolean };

/** Reads the revisions of an object space ([MS-ONESTORE] 2.1.9). The last revision with the default role is the current one. */
export function readRevisions(list: Chunk | null, reader: FileNodeReader): Revisions {
  const found: Revisions = { byId: new Map(), current: null, isProtected: false };
  let open: Revision = noRevision();
  for (const node of reader.nodes(list)) {
    try {
      if (isStart(node.id)) {
        open = begin(node, found);
        continue;
      }
      if (node.id === nodeIds.encryptionKey) found.isProtected = true;
      else if (node.id === nodeIds.role || node.id === nodeIds.roleInContext) {
        const id = readId(node.content);
        const role = node.content.u32();
        const context = node.id === nodeIds.role ? noId : readId(node.content);
        if (role === contentRole && context === noId) found.current = id;
      } else addNode(node, open, found, reader);
    } catch {
      reader.damages += 1;
    }
  }
  return found;
}

function noRevision(): Revision {
  return { base: noId, roots: new Map(), objects: new Map(), ids: new Map() };
}

function isStart(id: number): boolean {
  return id === nodeIds.start4 || id === nodeIds.start6 || id === nodeIds.start7;
}

function begin({ id: kind, content }: FileNode, found: Revisions): Revision {
  const id = readId(content);
  const revision = { ...noRevision(), base: readId(content) };
  if (kind === nodeIds.start4) content.bytes(8);
  const role = content.u32();
  content.u16();
  const context = kind === nodeIds.start7 ? readId(content) : noId;
  found.byId.set(id, revision);
  if (role === contentRole && context === noId) found.current = id;
  return revision;
}

function addNode(node: FileNode, revision: Revision, found: Revisions, reader: FileNodeReader) {
  const { id, content, chunk } = node;
  if (id === nodeIds.objectGroup) {
    const ids: GlobalIds = new Map();
    for (const each of reader.nodes(chunk)) addToGroup(each, revision, ids, reader);
  } else if (id === nodeIds.rootById) {
    const root = readId(content);
    revision.roots.set(content.u32(), root);
  } else if (id === nodeIds.rootByIndex) {
    const root = idBehind(content.u32(), revision.ids);
    if (root) revision.roots.set(content.u32(), root);
  } else {
    addGlobalId(revision.ids, node, found.byId.get(revision.base)?.ids ?? new Map());
    addObject(node, revision, revision.ids);
  }
}

function addToGroup(node: FileNode, revision: Revision, ids: GlobalIds, reader: FileNodeReader) {
  try {
    addGlobalId(ids, node, new Map());
    addObject(node, revision, ids);
  } catch {
    reader.damages += 1;
  }
}

function addObject({ id: node, content, chunk }: FileNode, revision: Revision, ids: GlobalIds) {
  if (!declarations.has(node)) return;
  const id = idBehind(content.u32(), ids);
  if (!id) throw new Error("The object has no id.");
  const declared = { kind: kindOf(node, content), chunk, ids, file: null };
  if (node !== nodeIds.file && node !== nodeIds.fileLarge) {
    revision.objects.set(id, declared);
    return;
  }
  content.bytes(node === nodeIds.file ? 1 : 4);
  const file = content.bytes(content.u32() * 2).toString("utf16le");
  revision.objects.set(id, { ...declared, chunk: null, file });
}

const declarations = new Set<number>([
  nodeIds.object,
  nodeIds.objectLarge,
  nodeIds.objectReadOnly,
  nodeIds.objectReadOnlyLarge,
  nodeIds.oldObject,
  nodeIds.oldObjectLarge,
  nodeIds.oldState,
  nodeIds.oldStateLarge,
  nodeIds.file,
  nodeIds.fileLarge,
]);

/** The declarations of OneNote 2007 and of tables of contents have only the index of a JCID. */
function kindOf(node: number, content: FileNode["content"]): number {
  if (node === nodeIds.oldState || node === nodeIds.oldStateLarge) return 0;
  if (node === nodeIds.oldObject || node === nodeIds.oldObjectLarge)
    return 0x20000 | (content.u16() & 0x3ff);
  return content.u32();
}
