import type { Change } from "@besunny/db/changes";

/** Ids of documents to look at. `lost` holds the sequence numbers of those that the watcher may no longer see. */
export type Hinted = { ids: string[]; lost: Map<string, number> };

/**
 * Collects the documents that notifications name until a watcher looks at them. Keeps changes of many documents as they came, because all
 * watchers of a workspace share them. Keeps changes of one document once for each document.
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
      // A later change of the same document must not replace a loss.
      else if (isLost(change) || !isLostSoFar(first.id)) single.set(first.id, change);
    },

    /** Removes and returns the next documents: about `limit` of them, or none if none are kept. */
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
