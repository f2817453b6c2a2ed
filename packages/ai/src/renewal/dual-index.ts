import type { IndexScope } from "../index/index-scope";
import type {
  IndexedDocument,
  IndexedPassage,
  PassageFilter,
  PassageHit,
  PassageIndex,
  PassageQuery,
} from "../index/passage-index";
import { type Generation, type IndexGenerations, scopeOfIndex } from "./generations";
import { searchGeneration } from "./search-generation";

/**
 * Returns one index over two: while a new index is filled, the one before answers, and changes go to both. A document that only the new
 * one holds is answered by the new one. So nothing is lost from search while all passages are embedded again.
 */
export function dualIndex({
  wanted,
  predecessor,
}: Pick<IndexGenerations, "wanted" | "predecessor">): PassageIndex {
  return {
    async replaceDocument(workspaceId, documentId, passages) {
      await wanted.replaceDocument(workspaceId, documentId, passages);
      const before = await predecessor();
      if (before) await replaceBefore(before, workspaceId, documentId, passages);
    },
    replaceWords: (...args) => inBoth((index) => index.replaceWords(...args)),
    updatePayload: (...args) => inBoth((index) => index.updatePayload(...args)),
    removeDocument: (...args) => inBoth((index) => index.removeDocument(...args)),

    async search(scope, query) {
      const before = await predecessor();
      return before
        ? searchBoth(forWorkspace(before, scope), wanted, scope, query)
        : wanted.search(scope, query);
    },

    async count(scope, filter) {
      const before = await predecessor();
      return before ? countBoth(before, wanted, scope, filter) : wanted.count(scope, filter);
    },

    facets: async (...args) => (await answering()).facets(...args),
    nearTerms: async (...args) => (await answering()).nearTerms(...args),

    async describe(workspaceId, documentIds) {
      const own = await wanted.describe(workspaceId, documentIds);
      const before = await predecessor();
      return before ? merged(await before.index.describe(workspaceId, documentIds), own) : own;
    },
    listDocumentIds: (workspaceId) => inEither((index) => index.listDocumentIds(workspaceId)),
    listWorkspaceIds: () => inEither((index) => index.listWorkspaceIds()),

    stats: async () => (await answering()).stats(),
    ping: () => inBoth((index) => index.ping()),
    async close() {
      await wanted.close();
      await (await predecessor())?.close();
    },
  };

  async function answering(): Promise<PassageIndex> {
    return (await predecessor())?.index ?? wanted;
  }

  async function inBoth(work: (index: PassageIndex) => Promise<void>): Promise<void> {
    await work(wanted);
    const before = await predecessor();
    if (before) await work(before.index);
  }

  async function inEither(list: (index: PassageIndex) => Promise<string[]>): Promise<string[]> {
    const before = await predecessor();
    const ids = [...(await list(wanted)), ...(before ? await list(before.index) : [])];
    return [...new Set(ids)].sort();
  }
}

/** Without its model, the older index cannot hold new text: it loses the document to the new one. */
async function replaceBefore(
  { index, embedder }: Generation,
  workspaceId: string,
  documentId: string,
  passages: readonly IndexedPassage[],
): Promise<void> {
  if (!embedder) return index.removeDocument(workspaceId, documentId);
  const own = embedder.as?.(scopeOfIndex(workspaceId, documentId)) ?? embedder;
  const vectors = await own.embed(passages.map(({ text }) => text));
  const again = passages.flatMap((passage, position) => {
    const vector = vectors[position];
    return vector ? [{ ...passage, vector }] : [];
  });
  await index.replaceDocument(workspaceId, documentId, again);
}

/** Returns an index whose model works for a workspace. */
function forWorkspace(generation: Generation, { workspaceId }: IndexScope): Generation {
  const { embedder } = generation;
  const own = embedder?.as?.(scopeOfIndex(workspaceId, null));
  return embedder && own ? { ...generation, embedder: { ...embedder, ...own } } : generation;
}

async function searchBoth(
  before: Generation,
  wanted: PassageIndex,
  scope: IndexScope,
  query: PassageQuery,
): Promise<PassageHit[]> {
  const [older, own] = await Promise.all([
    searchGeneration(before, scope, query),
    wanted.search(scope, query),
  ]);
  const held = await heldBy(before.index, scope.workspaceId, own);
  return [...older, ...own.filter(({ documentId }) => !held.has(documentId))]
    .sort((a, b) => b.score - a.score)
    .slice(0, query.limit);
}

async function countBoth(
  { index }: Generation,
  wanted: PassageIndex,
  scope: IndexScope,
  filter: PassageFilter = {},
): Promise<number> {
  const held = new Set(await index.listDocumentIds(scope.workspaceId));
  const asked = filter.documentIds ?? (await wanted.listDocumentIds(scope.workspaceId));
  const onlyNew = asked.filter((id) => !held.has(id));
  const added =
    onlyNew.length > 0 ? await wanted.count(scope, { ...filter, documentIds: onlyNew }) : 0;
  return (await index.count(scope, filter)) + added;
}

async function heldBy(index: PassageIndex, workspaceId: string, hits: readonly PassageHit[]) {
  const ids = [...new Set(hits.map(({ documentId }) => documentId))];
  const held = ids.length > 0 ? await index.describe(workspaceId, ids) : [];
  return new Set(held.map(({ documentId }) => documentId));
}

/** Returns what answers for each document, with the payloads of both: a difference in either is a difference. */
function merged(
  before: readonly IndexedDocument[],
  own: readonly IndexedDocument[],
): IndexedDocument[] {
  const documents = new Map(own.map((each) => [each.documentId, each]));
  for (const each of before) {
    const newer = documents.get(each.documentId);
    documents.set(each.documentId, {
      ...each,
      payloads: [...each.payloads, ...(newer?.payloads ?? [])],
      isOutdated: each.isOutdated || (newer?.isOutdated ?? false),
    });
  }
  return [...documents.values()];
}
