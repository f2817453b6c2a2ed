import { parseQuery } from "../documents/contract/grammar/parse-query";
import { printQuery } from "../documents/contract/grammar/print-query";
import type { Trouble } from "../documents/contract/grammar/query";
import { type SearchWords, searchWordsOf } from "../documents/contract/grammar/search-words";
import { listMatchingIds } from "../documents/finding/list-matching-ids";
import type { Caller } from "../operation/caller";

/** The documents that conditions choose. `ids` is null if there are too many of them to name. */
type Chosen = { query: string; ids: string[] | null };

type Given = { q: string; within?: string | undefined; isPlain: boolean };

/** Reads the text of a search: its words, and the documents that its conditions choose; null if it has no conditions. */
export async function readSearch(
  caller: Caller,
  { q, within = "", isPlain }: Given,
  now: Date,
): Promise<{
  words: Omit<SearchWords, "conditions">;
  troubles: Trouble[];
  chosen: Chosen | null;
}> {
  const read = isPlain ? { parts: [], troubles: [] } : parseQuery(q, { now });
  const around = parseQuery(within, { now });
  const { conditions, ...said } = searchWordsOf(read.parts);
  const words = isPlain ? { text: q, phrases: [], without: [] } : said;
  const query = printQuery([...conditions, ...around.parts]);
  const troubles = [...read.troubles, ...around.troubles];
  if (query === "") return { words, troubles, chosen: null };
  const { ids } = await listMatchingIds(caller, { q: query });
  return { words, troubles, chosen: { query, ids } };
}

/** Returns which of these documents fulfil the conditions. The index may lag behind; PostgreSQL decides. */
export async function fulfilling(
  caller: Caller,
  chosen: Chosen | null,
  among: readonly string[],
): Promise<(id: string) => boolean> {
  if (!chosen) return () => true;
  const { ids } = await listMatchingIds(caller, { q: chosen.query, among: [...among] });
  const all = new Set(ids);
  return (id) => all.has(id);
}
