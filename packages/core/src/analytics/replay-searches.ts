import { indexScope } from "@besunny/ai/index/index-scope";
import { z } from "zod";
import { principals } from "../access/policy";
import { findSummaries } from "../documents/find-summaries";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { findPassages } from "../search/find-passages";
import { findVisiblePassages } from "../search/find-visible-passages";
import { count } from "../shapes";
import { rankWith, TriedSettings } from "./rank-with";

const FIRST = 10;
const CANDIDATES = 200;

const Ranked = z.object({ documentId, title: z.string(), rank: count, before: count.nullable() });

/** A search as it is now and as it would be. `overlap` is the share of common documents among the first ten. */
const Replayed = z.object({
  words: z.string(),
  now: z.array(Ranked),
  tried: z.array(Ranked),
  overlap: z.number(),
  /** The ranks of the document that was opened; null where it is not among the first ten, or the actor may not see it. */
  opened: z.object({ documentId, now: count.nullable(), tried: count.nullable() }).nullable(),
});

/**
 * Runs searches again with other settings, beside the present ones, over the documents that the actor may see. Changes no setting.
 */
export const replaySearches = flow("analytics.replay-searches", {
  title: "Replay searches with other settings",
  permission: "search.review",
  input: z.object({
    searches: z
      .array(
        z.object({ words: z.string().trim().min(1).max(2000), documentId: documentId.optional() }),
      )
      .min(1)
      .max(50),
    settings: TriedSettings,
  }),
  output: z.object({
    items: z.array(Replayed),
    /** The mean of 1 / rank of the opened documents, now and as it would be; null where none is known. */
    meanReciprocalRank: z.object({ now: z.number(), tried: z.number() }).nullable(),
  }),
  doors: ["web"],
  cost: 10,
  uses: ["ai", "index"],

  async handle({ caller, ai, index, actor, workspaceId, signal }, { searches, settings }) {
    const ids = [...new Set(searches.flatMap((search) => search.documentId ?? []))];
    const seenIds = new Set((await findSummaries(caller, { ids })).map(({ id }) => id));
    const items: z.infer<typeof Replayed>[] = [];
    for (const { words, documentId: opened } of searches) {
      const search = { words, opened: opened && seenIds.has(opened) ? opened : null };
      const present = await findPassages(caller, { q: search.words, limit: 50 }, signal);
      const now = firstOf(present.items.map(({ document }) => document));
      const hits = await index.search(indexScope(workspaceId, principals(actor)), {
        vector: await ai.embedQuestion(search.words, signal),
        text: search.words,
        limit: CANDIDATES,
      });
      const ranked = rankWith(hits, settings);
      const keys = ranked.map(({ documentId: id, number }) => ({ documentId: id, number }));
      const seen = await findVisiblePassages(caller, { keys });
      const tried = firstOf(
        keys.flatMap((key) => seen.get(`${key.documentId}/${key.number}`)?.document ?? []),
      );
      items.push(compared(search, now, tried));
    }
    return { items, meanReciprocalRank: meanOf(items) };
  },
});

type Titled = { id: string; title: string };

function firstOf(documents: readonly Titled[]): Titled[] {
  return [...new Map(documents.map((document) => [document.id, document])).values()].slice(
    0,
    FIRST,
  );
}

function compared(
  { words, opened }: { words: string; opened: string | null },
  now: readonly Titled[],
  tried: readonly Titled[],
): z.infer<typeof Replayed> {
  const rankIn = (list: readonly Titled[], id: string) => {
    const place = list.findIndex((each) => each.id === id);
    return place < 0 ? null : place + 1;
  };
  const listed = (list: readonly Titled[], other: readonly Titled[]) =>
    list.map(({ id, title }, place) => ({
      documentId: id,
      title,
      rank: place + 1,
      before: rankIn(other, id),
    }));
  const most = Math.max(now.length, tried.length);
  const common = now.filter(({ id }) => rankIn(tried, id) !== null).length;
  return {
    words,
    now: listed(now, tried),
    tried: listed(tried, now),
    overlap: most === 0 ? 1 : common / most,
    opened: opened
      ? { documentId: opened, now: rankIn(now, opened), tried: rankIn(tried, opened) }
      : null,
  };
}

function meanOf(items: readonly z.infer<typeof Replayed>[]) {
  const known = items.flatMap(({ opened }) => opened ?? []);
  if (known.length === 0) return null;
  const mean = (rankOf: (opened: (typeof known)[number]) => number | null) =>
    known.reduce((sum, each) => sum + 1 / (rankOf(each) ?? Number.POSITIVE_INFINITY), 0) /
    known.length;
  return { now: mean(({ now }) => now), tried: mean(({ tried }) => tried) };
}
