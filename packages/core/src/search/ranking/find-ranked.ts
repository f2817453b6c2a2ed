import { indexScope } from "@besunny/ai/index/index-scope";
import type { PassageFilter } from "@besunny/ai/index/passage-index";
import type { z } from "zod";
import { principals } from "../../access/policy";
import type { DocumentSummary } from "../../documents/contract/document-summary";
import type { FlowTools } from "../../operation/flow";
import type { FoundPassage, searchFilter } from "../contract/search-result";
import { findVisiblePassages } from "../find-visible-passages";
import { fulfilling, type readSearch } from "../read-search";
import { relevanceOf } from "./floor";
import { type Ranked, rank } from "./rank";

export type SearchTools = FlowTools<"ai" | "cache" | "index">;
export type Filter = z.output<typeof searchFilter>;
export type Asked = Pick<Awaited<ReturnType<typeof readSearch>>, "words" | "chosen"> & {
  filter: Filter;
  limit: number;
};

/** The search takes this many times more from the index, so that a page stays full after PostgreSQL removes hidden passages. */
const OVERFETCH = 3;
/** The least number of passages from which the rarity of words is computed. */
const LEAST_CANDIDATES = 60;
const VECTOR_SECONDS = 600;

type Candidate = FoundPassage & {
  title: string;
  headingPath: string[];
  text: string;
  score: number;
  why: { dense: number | null; lexical: number | null };
};
export type Hit = Ranked<Candidate> & { isRelevant: boolean };

/** Returns the passages that the index finds and PostgreSQL lets be seen, ranked; each says whether it has to do with the query. */
export async function findRanked(tools: SearchTools, asked: Asked): Promise<Hit[]> {
  const { caller, ai, index, actor, workspaceId } = tools;
  const { words, chosen, filter, limit } = asked;
  if (words.text === "" || chosen?.ids?.length === 0) return [];
  const found = await index.search(indexScope(workspaceId, principals(actor)), {
    vector: await vectorOf(tools, words.text, filter.projectId),
    text: words.text,
    phrases: words.phrases,
    without: words.without,
    limit: Math.max(LEAST_CANDIDATES, limit * OVERFETCH),
    filter: indexFilter(filter, chosen?.ids ?? null),
  });
  const seen = await findVisiblePassages(caller, {
    keys: found.map(({ documentId, number }) => ({ documentId, number })),
  });
  const ids = [...new Set(found.map(({ documentId }) => documentId))];
  const fulfils = await fulfilling(caller, chosen, ids);
  const candidates = found.flatMap(({ documentId, number, score, why }): Candidate[] => {
    const one = seen.get(`${documentId}/${number}`);
    if (!one || !fits(one.document, filter) || !fulfils(documentId)) return [];
    const { headingPath, text } = one.passage;
    return [{ ...one, title: one.document.title, headingPath, text, score, why }];
  });
  const ranked = rank(words.text, candidates);
  const isWithin = filter.documentId !== undefined || filter.documentIds !== undefined;
  const relevance = relevanceOf(ranked, ai.embeddingModel, isWithin);
  // A phrase is a condition that the index has checked.
  const isSure = words.phrases.length > 0;
  return ranked.map((hit, at) => ({ ...hit, isRelevant: isSure || (relevance[at] ?? false) }));
}

async function vectorOf(
  { ai, cache, signal }: SearchTools,
  text: string,
  projectId: string | undefined,
): Promise<Float32Array> {
  const own = (projectId && ai.as?.({ projectIds: [projectId] })) || ai;
  const numbers = await cache.getOrSet(
    `query/${ai.embeddingModel}/${text}`,
    async () => [...(await own.embedQuestion(text, signal))],
    VECTOR_SECONDS,
  );
  return Float32Array.from(numbers);
}

function indexFilter(filter: Filter, chosen: readonly string[] | null): PassageFilter {
  const { projectId, documentId, documentIds, type, status, language, from, to } = filter;
  const named = documentId ? [documentId] : documentIds;
  const allowed = named ? named.filter((id) => chosen?.includes(id) ?? true) : chosen;
  return {
    ...(projectId && { projectId }),
    ...(type && { type }),
    ...(status && { status }),
    ...(language && { language }),
    ...(allowed && { documentIds: [...allowed] }),
    ...(from && { from: from.toISOString() }),
    ...(to && { to: to.toISOString() }),
  };
}

/** Returns whether a document still matches the filter. The index may lag behind a change of type or project; PostgreSQL decides. */
function fits(document: DocumentSummary, filter: Filter): boolean {
  return (
    (!filter.type || document.type === filter.type) &&
    (!filter.projectId || document.projects.some(({ id }) => id === filter.projectId))
  );
}
