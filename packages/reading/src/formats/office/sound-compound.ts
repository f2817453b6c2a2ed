const endOfChain = -2;
const none = -1;
const entryBytes = 128;
const headerFatSectors = 109;
const leastLargeStream = 4_096;

/**
 * Returns false for a compound file (MS-CFB) that a parser could not finish. Its chains of sectors or its tree of entries lead back to
 * themselves. Libraries follow both without a limit. Other damage is left to them.
 */
export function isSoundCompound(bytes: Buffer): boolean {
  if (bytes.length < 512) return true;
  const sectorBytes = bytes.readUInt16LE(30) === 12 ? 4_096 : 512;
  const next = chainsOf(bytes, sectorBytes);
  const directory = sectorsFrom(bytes.readInt32LE(48), next);
  const miniTable = sectorsFrom(bytes.readInt32LE(60), next);
  if (!directory || !miniTable) return false;
  const entries = directory.flatMap((sector) => entriesIn(bytes, sector, sectorBytes));
  if (!isForest(entries)) return false;
  return !isEndless(next, entries);
}

type Next = (sector: number) => number;

/** Returns the allocation table as a function: the sector after another one in its chain, negative at the end. */
function chainsOf(bytes: Buffer, sectorBytes: number): Next {
  const perSector = sectorBytes / 4;
  const numberAt = (at: number) => (at + 4 <= bytes.length ? bytes.readInt32LE(at) : none);
  const tables: number[] = [];
  for (let index = 0; index < headerFatSectors; index += 1) tables.push(numberAt(76 + 4 * index));
  let more = bytes.readInt32LE(68);
  const seen = new Set<number>();
  while (more >= 0 && !seen.has(more)) {
    seen.add(more);
    const start = (more + 1) * sectorBytes;
    for (let index = 0; index < perSector - 1; index += 1) tables.push(numberAt(start + 4 * index));
    more = numberAt(start + sectorBytes - 4);
  }
  return (sector) => {
    const table = tables[Math.floor(sector / perSector)] ?? none;
    return table < 0 ? endOfChain : numberAt((table + 1) * sectorBytes + 4 * (sector % perSector));
  };
}

/** Returns the sectors of a chain; null for one that leads back to itself. */
function sectorsFrom(start: number, next: Next): number[] | null {
  const sectors: number[] = [];
  const seen = new Set<number>();
  for (let sector = start; sector >= 0; sector = next(sector)) {
    if (seen.has(sector)) return null;
    seen.add(sector);
    sectors.push(sector);
  }
  return sectors;
}

type Entry = { type: number; links: number[]; start: number; size: number };

function entriesIn(bytes: Buffer, sector: number, sectorBytes: number): Entry[] {
  const from = (sector + 1) * sectorBytes;
  const entries: Entry[] = [];
  for (
    let at = from;
    at + entryBytes <= Math.min(bytes.length, from + sectorBytes);
    at += entryBytes
  )
    entries.push({
      type: bytes.readUInt8(at + 66),
      links: [68, 72, 76].map((offset) => bytes.readInt32LE(at + offset)),
      start: bytes.readInt32LE(at + 116),
      size: bytes.readUInt32LE(at + 120),
    });
  return entries;
}

/** Returns true if no entry is below itself or below two others. Unused entries are often all zero. */
function isForest(entries: Entry[]): boolean {
  const above = new Map<number, number>();
  for (const [number, { type, links }] of entries.entries()) {
    if (type === 0 && links.every((link) => link <= 0)) continue;
    for (const link of links) {
      if (link < 0) continue;
      if (above.has(link)) return false;
      above.set(link, number);
    }
  }
  const known = new Set<number>();
  for (const start of above.keys()) {
    const path = new Set<number>();
    for (
      let at: number | undefined = start;
      at !== undefined && !known.has(at);
      at = above.get(at)
    ) {
      if (path.has(at)) return false;
      path.add(at);
    }
    for (const each of path) known.add(each);
  }
  return true;
}

/** Returns true if the chain of a large stream leads back to itself. Each sector is visited once. */
function isEndless(next: Next, entries: Entry[]): boolean {
  const known = new Set<number>();
  for (const { size, start, type } of entries) {
    if (type === 0 || (type === 2 && size < leastLargeStream)) continue;
    const path = new Set<number>();
    for (let at = start; at >= 0 && !known.has(at); at = next(at)) {
      if (path.has(at)) return true;
      path.add(at);
    }
    for (const each of path) known.add(each);
  }
  return false;
}
