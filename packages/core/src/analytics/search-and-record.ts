import type { z } from "zod";
import { flow } from "../operation/flow";
import { SearchResult } from "../search/contract/search-result";
import { findPassages } from "../search/find-passages";
import { recordSearch } from "./record-search";

const LONGEST_FILTER = 200;

type Input = z.output<typeof findPassages.input>;

/** Returns passages for a query and records the search, as programs search. A person's search is recorded once its results were looked at. */
export const searchAndRecord = flow("analytics.search-and-record", {
  title: "Search passages and record the search",
  permission: "document.search",
  input: findPassages.input,
  output: SearchResult,
  doors: ["rest"],
  audit: { notAudited: "The search log is the record." },

  async handle({ caller, log, signal }, input) {
    const found = await findPassages(caller, input, signal);
    const { items, tookMs } = found;
    try {
      await recordSearch(caller, {
        kind: "search",
        words: input.q,
        filters: filtersOf(input),
        results: items.length,
        tookMs: Math.round(tookMs),
        byMeaning: items.filter(({ why }) => why.dense !== null).length,
        byWords: items.filter(({ why }) => why.lexical !== null).length,
      });
    } catch (error) {
      log.warn({ error }, "a search was not recorded");
    }
    return found;
  },
});

/** The filters of a search by name, as texts. */
function filtersOf({
  q: _q,
  limit: _limit,
  isPlain: _isPlain,
  groupBy: _groupBy,
  ...filters
}: Input) {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]) => {
      if (value === undefined) return [];
      const text = value instanceof Date ? value.toISOString() : String(value);
      return [[name, text.slice(0, LONGEST_FILTER)]];
    }),
  );
}
