/**
 * Reads the transaction log ([MS-ONESTORE] 2.3.3). Returns the number of nodes of each list by the list's id, as the last finished
 * transaction left it. Returns null for a damaged log.
 */
export function committedNodes(bytes: Buffer): Map<number, number> | null {
  const counts = new Map<number, number>();
  const seen = new Set<number>();
  try {
    let transactions = bytes.readUInt32LE(96);
    let at = Number(bytes.readBigUInt64LE(160));
    let size = bytes.readUInt32LE(168);
    while (transactions > 0) {
      if (seen.has(at) || size < entryBytes || at + size > bytes.length) return null;
      seen.add(at);
      const end = at + size - referenceBytes;
      for (let entry = at; entry + entryBytes <= end && transactions > 0; entry += entryBytes) {
        const list = bytes.readUInt32LE(entry);
        if (list === endOfTransaction) transactions -= 1;
        else if (list !== 0) counts.set(list, bytes.readUInt32LE(entry + 4));
      }
      at = Number(bytes.readBigUInt64LE(end));
      size = bytes.readUInt32LE(end + 8);
    }
    return counts;
  } catch {
    return null;
  }
}

const entryBytes = 8;
const referenceBytes = 12;
const endOfTransaction = 1;
