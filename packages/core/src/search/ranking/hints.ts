import { indexScope } from "@besunny/ai/index/index-scope";
import { principals } from "../../access/policy";
import type { Hints } from "../contract/search-result";
import { askedWords } from "./asked-words";
import { type Asked, type Filter, findRanked, type SearchTools } from "./find-ranked";

const MOST_WORDS = 8;

/** Returns what to try where a search found nothing: other spellings, and the filters without which something is found. */
export async function hintsFor(tools: SearchTools, asked: Asked): Promise<Hints> {
  const { index, actor, workspaceId } = tools;
  const { text } = asked.words;
  const words = askedWords(text)
    .filter(({ isCommon }) => !isCommon)
    .map(({ word }) => word)
    .slice(0, MOST_WORDS);
  const scope = indexScope(workspaceId, principals(actor));
  const known = words.length > 0 ? await index.nearTerms(scope, words) : [];
  const near = known
    .filter((each) => !each.isKnown)
    .map(({ word, near: others }) => ({ word, near: [...others] }));
  return { didYouMean: respelled(text, near), near, lift: await liftable(tools, asked) };
}

/** The query with the nearest spelling of each word that no document holds; null if some word has none, or all are right. */
function respelled(text: string, near: Hints["near"]): string | null {
  if (near.length === 0 || near.some((each) => each.near.length === 0)) return null;
  return near.reduce(
    (query, { word, near: [best = word] }) =>
      query.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "giu"), best),
    text.normalize("NFC"),
  );
}

/** Counts the documents that are found without each filter. Without one, only documents are counted that the actor may see. */
async function liftable(tools: SearchTools, asked: Asked): Promise<Hints["lift"]> {
  const { filter, chosen, words } = asked;
  const tries: { filter: string; asked: Asked }[] = filterNames(filter).map((name) => ({
    filter: name,
    asked: { ...asked, filter: { ...filter, [name]: undefined } },
  }));
  if (chosen) tries.push({ filter: "conditions", asked: { ...asked, chosen: null } });
  if (words.phrases.length > 0)
    tries.push({ filter: "phrases", asked: { ...asked, words: { ...words, phrases: [] } } });
  const counted = [];
  for (const { filter: name, asked: wider } of tries) {
    const hits = (await findRanked(tools, wider)).filter(({ isRelevant }) => isRelevant);
    const documents = new Set(hits.map(({ document }) => document.id)).size;
    if (documents > 0) counted.push({ filter: name, documents });
  }
  return counted;
}

function filterNames(filter: Filter): (keyof Filter)[] {
  const names: (keyof Filter)[] = [
    "type",
    "projectId",
    "documentId",
    "status",
    "language",
    "from",
    "to",
  ];
  return names.filter((name) => filter[name] !== undefined);
}
