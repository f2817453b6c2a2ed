type Likeness = { textHash: string | null; bands: readonly number[] };

/** Of the 24 parts of a signature; documents that share so many are nearly the same. */
const MANY_BANDS = 16;

/** Returns a group number for each document. Documents with the same or nearly the same text have the same one. */
export function alikeGroups(documents: readonly Likeness[]): number[] {
  const parent = documents.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  const shared = new Map<string, number>();
  const holders = new Map<number, number[]>();
  const hashes = new Map<string, number>();
  for (const [at, { textHash, bands }] of documents.entries()) {
    const same = textHash === null ? undefined : hashes.get(textHash);
    if (same !== undefined) parent[rootOf(at)] = rootOf(same);
    else if (textHash !== null) hashes.set(textHash, at);
    for (const band of bands) {
      const others = holders.get(band) ?? [];
      for (const other of others) {
        const pair = `${other} ${at}`;
        const count = (shared.get(pair) ?? 0) + 1;
        shared.set(pair, count);
        if (count === MANY_BANDS) parent[rootOf(at)] = rootOf(other);
      }
      // A band that many share says little; the first ones connect them well enough.
      if (others.length < 50) holders.set(band, [...others, at]);
    }
  }
  return documents.map((_, at) => rootOf(at));
}
