/** The numbers and ids by which documents are nearly the same or belong to one thread. */
export type Kinship = {
  documentId: string;
  likeness: { textHash: string; signature: readonly number[]; bands: readonly number[] } | null;
  mail: { messageId: string | null; relatedIds: readonly string[] } | null;
};

/** From this share of equal parts of their signatures on, two documents are nearly the same. */
const SAME = 0.6;

/**
 * Returns the cluster of each document, named after its first document. Documents with nearly the same words, and mails of one thread, are in
 * one cluster.
 */
export function clustersOf(documents: readonly Kinship[]): Map<string, string> {
  const parents = new Map(documents.map(({ documentId }) => [documentId, documentId]));
  const rootOf = (id: string): string => {
    const parent = parents.get(id) ?? id;
    if (parent === id) return id;
    const root = rootOf(parent);
    parents.set(id, root);
    return root;
  };
  const join = (one: string, other: string) => {
    const [a = one, b = other] = [rootOf(one), rootOf(other)].sort();
    parents.set(b, a);
  };
  const firsts = new Map<string, Kinship>();
  for (const document of documents)
    for (const key of keysOf(document)) {
      const first = firsts.get(key);
      if (!first) firsts.set(key, document);
      else if (!key.startsWith("band ") || likenessOf(first, document) >= SAME)
        join(first.documentId, document.documentId);
    }
  return new Map(documents.map(({ documentId }) => [documentId, rootOf(documentId)]));
}

function keysOf({ likeness, mail }: Kinship): string[] {
  return [
    ...(likeness ? [`text ${likeness.textHash}`] : []),
    ...(likeness?.bands ?? []).map((band) => `band ${band}`),
    ...[mail?.messageId ?? [], mail?.relatedIds ?? []].flat().map((id) => `mail ${id}`),
  ];
}

function likenessOf(one: Kinship, other: Kinship): number {
  const [a, b] = [one.likeness?.signature ?? [], other.likeness?.signature ?? []];
  if (a.length === 0) return 0;
  return a.filter((value, index) => value === b[index]).length / a.length;
}
