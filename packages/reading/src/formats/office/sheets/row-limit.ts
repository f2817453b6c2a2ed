import type { Archive } from "../../../archive/archive";

/**
 * Returns the number of rows to unpack of each sheet if a sheet has more cells than one file may have, else undefined. Counts marks in the
 * bytes, because so many cells do not fit in memory.
 */
export async function rowLimit(archive: Archive, mostCells: number): Promise<number | undefined> {
  let limit: number | undefined;
  for (const name of archive.names) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    const bytes = await archive.bytes(name);
    const cells = count(bytes, ["<c ", "<c>", "<x:c "], mostCells);
    if (cells <= mostCells) continue;
    limit = Math.min(limit ?? Number.POSITIVE_INFINITY, rowsBefore(bytes, mostCells));
  }
  return limit;
}

function count(bytes: Buffer, marks: string[], most: number): number {
  let found = 0;
  for (const mark of marks)
    for (let at = bytes.indexOf(mark); at !== -1 && found <= most; at = bytes.indexOf(mark, at + 3))
      found += 1;
  return found;
}

/** Returns the number of rows that hold the first `mostCells` cells. */
function rowsBefore(bytes: Buffer, mostCells: number): number {
  let [at, cells] = [0, 0];
  const mark = bytes.includes("<x:c ") ? "<x:c " : "<c ";
  for (; at !== -1 && cells <= mostCells; cells++) at = bytes.indexOf(mark, at + 3);
  const before = at === -1 ? bytes : bytes.subarray(0, at);
  return Math.max(1, count(before, ["<row ", "<row>", "<x:row "], before.length));
}
