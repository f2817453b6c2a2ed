import type { Change } from "@besunny/db/changes";

/** Documents to look at, and with which number the watcher may have lost some of them. */
export type Hinted = { ids: string[]; lost: Map<string, number> };

/**
 * Collects what notifications name until a watcher looks at it. Changes of many documents are kept as they came, because all watchers of a
 * workspace share them; changes of one are kept once for each document.
 */
export function collectHints(principals: readonly string[]) {
  const single = new Map<string, Change>();
  const sets: Change[] = [];
  const isLost = ({ lostBy }: Change) => lostBy.some((each) => principals.includes(each));

  return {
    add(change: Change): void {
      const [first] = change.documents;
      if (!first) return;
      if (change.documents.length > 1) sets.push(change);
      // A loss must not be forgotten for a later change of the same document.
      else if (isLost(change) || !isLostSoFar(first.id)) single.set(first.id, change);
    },

    /** Returns the next documents, and takes them from what is kept: about `limit` of them, and none where there are none. */
    take(limit: number): Hinted {
      const taken: Change[] = [...single.values()].slice(0, limit);
      for (const { documents } of taken) for (const { id } of documents) single.delete(id);
      let count = taken.length;
      while (count < limit) {
        const next = sets.shift();
        if (!next) break;
        taken.push(next);
        count += next.documents.length;
      }
      const lost = taken
        .filter(isLost)
        .flatMap(({ documents }) => documents.map(({ id, seq }) => [id, seq] as const));
      const ids = taken.flatMap(({ documents }) => documents.map(({ id }) => id));
      return { ids: [...new Set(ids)], lost: new Map(lost) };
    },
  };

  function isLostSoFar(id: string): boolean {
    const change = single.get(id);
    return change !== undefined && isLost(change);
  }
}
