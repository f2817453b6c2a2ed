import type { QdrantClient } from "@qdrant/js-client-rest";

import { splitWords } from "../../words/split-words";
import type { IndexScope } from "../index-scope";
import { distanceFrom, nearest } from "../near-words";
import type { NearTerms } from "../passage-index";
import { type Counted, valuesOf } from "./facets";
import { within } from "./filters";
import { phraseRows } from "./passage-words";

/** Says which words the scope knows, and which visible words have nearly the same spelling as others. */
export async function nearTerms(
  client: QdrantClient,
  {
    collection,
    scope,
    languages,
  }: { collection: string; scope: IndexScope; languages: readonly (string | null)[] },
  words: readonly string[],
): Promise<NearTerms[]> {
  const filter = within(scope);
  let vocabulary: Promise<Counted[]> | undefined;

  async function isKnown(part: string): Promise<boolean> {
    const row = phraseRows(part, languages).join(" ");
    const must = [...filter.must, { key: "row", match: { text_any: row } }];
    return (await client.count(collection, { filter: { must }, exact: true })).count > 0;
  }

  return Promise.all(
    words.map(async (word) => {
      const parts = splitWords(word).words;
      const known = await Promise.all(parts.map(isKnown));
      const [only, ...more] = parts;
      if (known.every(Boolean) || only === undefined || more.length > 0)
        return { word, isKnown: known.every(Boolean), near: [] };
      vocabulary ??= valuesOf(client, collection, { key: "words", filter });
      return { word, isKnown: false, near: near(only, await vocabulary) };
    }),
  );
}

function near(word: string, vocabulary: readonly Counted[]): string[] {
  const distance = distanceFrom(word);
  return nearest(
    vocabulary.flatMap(({ value, count }) => {
      const found = distance(value);
      return found === null ? [] : [{ word: value, distance: found, holders: count }];
    }),
  );
}
