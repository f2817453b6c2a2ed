import type { Cursor } from "../store/cursor";
import type { Id } from "../store/ids";
import {
  type CellId,
  cellKey,
  readArray,
  readBinary,
  readCellId,
  readCompactId,
  readCompactNumber,
  skipSerialNumber,
} from "./compact-values";
import { streamObjects } from "./stream-objects";

/** A part of an object. `partition` says which: properties, bytes of a file, or the kind of the object. */
export type GroupPart = { object: Id; partition: number };

export type GroupContent = {
  objects: Id[];
  cells: CellId[];
  content: Buffer | { blob: Id } | null;
};

export type ObjectGroup = { parts: GroupPart[]; contents: GroupContent[] };

export type RevisionManifest = { base: Id; roots: Map<Id, Id>; groups: Id[] };

/** The data elements of a package ([MS-FSSHTTPB] 2.2.1.12), by their ids. `isCut` says that the package is damaged from some place on. */
export type DataElements = {
  cells: Map<Id, { cell: CellId; manifest: Id }>;
  revisionElements: Map<Id, Id>;
  cellManifests: Map<Id, Id>;
  revisionManifests: Map<Id, RevisionManifest>;
  groups: Map<Id, ObjectGroup>;
  blobs: Map<Id, Buffer>;
  roots: Map<Id, CellId>;
  isCut: boolean;
};

/** Reads the data elements up to the first damage. */
export function readDataElements(bytes: Buffer): DataElements {
  const found: DataElements = {
    cells: new Map(),
    revisionElements: new Map(),
    cellManifests: new Map(),
    revisionManifests: new Map(),
    groups: new Map(),
    blobs: new Map(),
    roots: new Map(),
    isCut: false,
  };
  let element: Id = "";
  try {
    for (const { type, content } of streamObjects(bytes)) {
      if (type === dataElement) element = readCompactId(content);
      else readers[type]?.(content, element, found);
    }
  } catch {
    found.isCut = true;
  }
  return found;
}

const dataElement = 0x01;

type Read = (content: Cursor, element: Id, found: DataElements) => void;

const readers: Record<number, Read> = {
  7: (content, _element, { roots }) => roots.set(readCompactId(content), readCellId(content)),
  11: (content, element, { cellManifests }) => cellManifests.set(element, readCompactId(content)),
  13: (content, _element, { revisionElements }) =>
    revisionElements.set(readCompactId(content), readCompactId(content)),
  14: (content, _element, { cells }) => {
    const cell = readCellId(content);
    cells.set(cellKey(cell), { cell, manifest: readCompactId(content) });
    skipSerialNumber(content);
  },
  26: (content, element, { revisionManifests }) => {
    readCompactId(content);
    revisionManifests.set(element, { base: readCompactId(content), roots: new Map(), groups: [] });
  },
  10: (content, element, { revisionManifests }) =>
    revisionManifests.get(element)?.roots.set(readCompactId(content), readCompactId(content)),
  25: (content, element, { revisionManifests }) =>
    revisionManifests.get(element)?.groups.push(readCompactId(content)),
  24: (content, element, found) =>
    groupOf(element, found).parts.push({
      object: readCompactId(content),
      partition: readCompactNumber(content),
    }),
  5: (content, element, found) => {
    const object = readCompactId(content);
    readCompactId(content);
    groupOf(element, found).parts.push({ object, partition: readCompactNumber(content) });
  },
  22: (content, element, found) =>
    groupOf(element, found).contents.push({
      ...referencesOf(content),
      content: readBinary(content),
    }),
  28: (content, element, found) =>
    groupOf(element, found).contents.push({
      ...referencesOf(content),
      content: { blob: readCompactId(content) },
    }),
  3: (content, element, found) =>
    groupOf(element, found).contents.push({ ...referencesOf(content), content: null }),
  2: (content, element, { blobs }) => blobs.set(element, readBinary(content)),
};

function groupOf(element: Id, { groups }: DataElements): ObjectGroup {
  const group = groups.get(element) ?? { parts: [], contents: [] };
  groups.set(element, group);
  return group;
}

function referencesOf(content: Cursor): { objects: Id[]; cells: CellId[] } {
  return { objects: readArray(content, readCompactId), cells: readArray(content, readCellId) };
}
