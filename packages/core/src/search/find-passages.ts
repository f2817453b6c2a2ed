import { z } from "zod";
import { queryText } from "../documents/contract/document-filter";
import { countAmong } from "../documents/finding/count-among";
import { flow } from "../operation/flow";
import { SearchResult, type Shown, searchFilter } from "./contract/search-result";
import { marksOf } from "./marks";
import { arrange } from "./ranking/arrange";
import { askedWords, folded, matcherOf } from "./ranking/asked-words";
import { findRanked, type Hit } from "./ranking/find-ranked";
import { hintsFor } from "./ranking/hints";
import { readSearch } from "./read-search";

/** Returns passages for a query by meaning and by words, from all documents that the actor may see and no others. */
export const findPassages = flow("search.find-passages", {
  title: "Search passages",
  permission: "document.search",
  input: searchFilter.extend({
    q: z.string().trim().min(1).max(2000),
    /** Conditions on documents in the grammar, besides those in `q`. */
    within: queryText.optional(),
    /** True: `q` is a question in plain words, whatever signs it holds. */
    isPlain: z.boolean().default(false),
    /** By document, the best passage of each represents it, and documents that say the same are folded into one. */
    groupBy: z.enum(["none", "document"]).default("none"),
    limit: z.number().int().min(1).max(100).default(20),
  }),
  output: SearchResult,
  doors: ["web"],
  cost: 2,
  uses: ["ai", "cache", "index"],
  audit: { notAudited: "It reads; what is opened from it is recorded." },

  async handle(tools, input) {
    const { q, within, isPlain, groupBy, limit, ...filter } = input;
    const { caller, clock } = tools;
    const startedAt = clock().getTime();
    const { words, troubles, chosen } = await readSearch(caller, { q, within, isPlain }, clock());
    const asked = { words, chosen, filter, limit };
    const hits = await findRanked(tools, asked);
    const relevant = hits.filter(({ isRelevant }) => isRelevant);
    const isWeak = relevant.length === 0;
    const items = isWeak && isPlain ? hits : relevant;
    const toShown = shownBy(words.text);
    const arranged =
      groupBy === "document"
        ? arrange(items)
        : items.map((hit) => ({ ...hit, more: [], moreCount: 0, alsoIn: [] }));
    return {
      items: arranged.slice(0, limit).map(({ document, more, moreCount, alsoIn, ...hit }) => ({
        document,
        ...toShown(hit),
        more: more.map(toShown),
        moreCount,
        alsoIn: alsoIn.map(({ id, title }) => ({ id, title })),
      })),
      isWeak,
      hints: isWeak && words.text !== "" ? await hintsFor(tools, asked) : null,
      facets: await countAmong(caller, {
        ids: [...new Set(items.map(({ document }) => document.id))],
      }),
      troubles,
      tookMs: clock().getTime() - startedAt,
    };
  },
});

/** Returns a function that shows a hit of the query with its marks and why it was found. */
function shownBy(query: string): (hit: Omit<Hit, "document">) => Shown {
  const matches = matcherOf(askedWords(query).filter(({ isCommon }) => !isCommon));
  return ({ passage, score, why, ranks, features }) => ({
    passage: { ...passage, marks: marksOf(passage.text, query) },
    score,
    why: {
      ...why,
      denseRank: ranks.dense,
      lexicalRank: ranks.lexical,
      words: features.words.text,
      headings: passage.headingPath.filter((heading) => matches(folded(heading)).length > 0),
    },
  });
}
