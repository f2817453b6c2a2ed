type Described = { title: string; phrases: readonly string[] };

const LONGEST = 60;
const WORD = /\p{L}[\p{L}\p{M}'-]*/gu;

/**
 * Returns a name for documents that are alike: the words with which most of their titles begin, or else a phrase that they share. Null if they share neither.
 */
export function suggestedName(documents: readonly Described[]): string | null {
  return sharedBeginning(documents) ?? sharedPhrase(documents);
}

function sharedBeginning(documents: readonly Described[]): string | null {
  const counts = new Map<string, number>();
  for (const { title } of documents) {
    const words = [...title.toLowerCase().matchAll(WORD)].map(([word]) => word);
    for (let length = 1; length <= Math.min(3, words.length); length++) {
      const beginning = words.slice(0, length).join(" ");
      counts.set(beginning, (counts.get(beginning) ?? 0) + 1);
    }
  }
  return mostCommon(counts, documents.length);
}

function sharedPhrase(documents: readonly Described[]): string | null {
  const counts = new Map<string, number>();
  for (const { phrases } of documents)
    for (const phrase of new Set(phrases.map((text) => text.toLowerCase())))
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  return mostCommon(counts, documents.length);
}

/** Returns the longest of the texts that more than half of the documents share. */
function mostCommon(counts: ReadonlyMap<string, number>, documents: number): string | null {
  const shared = [...counts].filter(
    ([text, count]) => 2 * count > documents && text.length <= LONGEST && text.length > 2,
  );
  shared.sort(([a, many], [b, few]) => b.length - a.length || few - many || (a < b ? -1 : 1));
  return shared[0]?.[0] ?? null;
}
