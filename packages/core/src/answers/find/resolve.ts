import { fieldsOf } from "../question/fields";
import { sameNames } from "../question/type-words";
import type { Asked } from "../question/understand";
import { openWords } from "../question/understand";
import { isSameWord, wordsOf } from "../question/words";
import type { NamedDocument } from "./find-asked";

/** The documents that a question is about. */
export type Resolved = {
  /** Empty if the question names none; then it is about all. */
  documents: NamedDocument[];
  /** True if words of the question name them, or the conversation or the scope does. */
  isNamed: boolean;
  /** Words of the question that are explained by no field and no name of the documents. */
  unexplained: string[];
};

const OF_MENTION = 0.4;
/** Of so few contracts, each may be the lease that is asked about, whatever its title. */
const FEW = 3;
/** A word that more than this share of the documents hold names none of them. */
const COMMON_SHARE = 0.6;

type Hit = { document: NamedDocument; score: number; words: Set<string> };

/** Returns the documents that the words of a question name. `within` are those of the conversation or the scope, if it sets any. */
export function resolve(asked: Asked, documents: readonly NamedDocument[]): Resolved {
  const types = asked.types.flatMap((mention) => mention.types);
  const optional = new Set(asked.types.flatMap(({ names }) => names));
  const words = openWords(asked);
  const hits = hitsOf(words, documents).filter((hit) => [...hit.words].some(isName));
  const isMany = asked.form !== "fact" && asked.form !== "definition" && asked.form !== "summary";

  const best = isMany ? ofAll(asked, hits, types) : bestOf(hits, types);
  const chosen =
    best.length > 0 ? best.map(({ document }) => document) : byTypeAlone(asked, documents, types);
  const explained = new Set(best.flatMap((hit) => [...hit.words]));
  const isFew = chosen.length <= FEW;
  const unexplained = words.filter(
    (word) => !explained.has(word) && !(optional.has(word) && isFew),
  );
  return { documents: chosen, isNamed: best.length > 0, unexplained };
}

function hitsOf(words: readonly string[], documents: readonly NamedDocument[]): Hit[] {
  const texts = documents.map((document) => ({
    document,
    named: new Set(wordsOf([document.title, document.fileName, ...document.names].join(" "))),
    mentioned: new Set(wordsOf(document.mentions.join(" "))),
  }));
  const hits = new Map<string, Hit>();
  for (const word of words) {
    const found = texts.flatMap(({ document, named, mentioned }) => {
      const same = sameNames(word);
      if (same.some((each) => has(named, each))) return [{ document, weight: 1 }];
      return same.some((each) => has(mentioned, each)) ? [{ document, weight: OF_MENTION }] : [];
    });
    const strong = found.filter(({ weight }) => weight === 1);
    // A word in the name of some documents is no name of those that only mention it.
    const counted = strong.length > 0 ? strong : found;
    if (counted.length === 0 || counted.length > Math.max(3, documents.length * COMMON_SHARE))
      continue;
    const rarity = Math.log(1 + documents.length / counted.length);
    for (const { document, weight } of found) {
      const hit = hits.get(document.id) ?? { document, score: 0, words: new Set<string>() };
      hit.score += rarity * weight;
      hit.words.add(word);
      hits.set(document.id, hit);
    }
  }
  return [...hits.values()].sort((a, b) => b.score - a.score);
}

/** A short number alone names nothing. */
function isName(word: string): boolean {
  return !/^\d{1,3}$/.test(word);
}

function has(words: ReadonlySet<string>, word: string): boolean {
  return words.has(word) || [...words].some((each) => isSameWord(each, word));
}

const isOf = (types: readonly string[]) => (hit: Hit) =>
  types.length === 0 || types.includes(hit.document.type ?? "");

/** The documents with the most and the rarest words; of the type that is asked for, if one of the good ones has it. */
function bestOf(hits: readonly Hit[], types: readonly string[]): Hit[] {
  const top = hits[0]?.score ?? 0;
  const good = hits.filter(({ score }) => score >= top * 0.7);
  const typed = good.filter(isOf(types));
  const pool = typed.length > 0 ? typed : good;
  const most = pool[0]?.score ?? 0;
  return pool.filter(({ score }) => score >= most * 0.999);
}

/** Of many documents: all of the type that hold every word which names any of them; for a comparison each that holds one. */
function ofAll(asked: Asked, hits: readonly Hit[], types: readonly string[]): Hit[] {
  const typed = hits.filter(isOf(types));
  const pool = typed.length > 0 ? typed : types.length > 0 ? [] : [...hits];
  if (asked.form === "comparison")
    return pool.filter(({ score }) => score >= (pool[0]?.score ?? 0) * 0.5);
  const most = Math.max(0, ...pool.map(({ words }) => words.size));
  const whole = pool.filter(({ words }) => words.size === most);
  const groups = groupsOf(asked.question, pool);
  // "The invoices of Umzug Krüger and Brandt" are those of one and those of the other.
  if (
    groups.length < 2 ||
    whole.some(({ words }) => groups.every((group) => group.some((word) => words.has(word))))
  )
    return whole;
  return pool.filter((hit) =>
    groups.some((group) => {
      const held = (each: Hit) => group.filter((word) => each.words.has(word)).length;
      const best = Math.max(0, ...pool.map(held));
      return best > 0 && held(hit) === best;
    }),
  );
}

/** The words that name documents, by the parts of a question between "and", "or" and commas. */
function groupsOf(question: string, pool: readonly Hit[]): string[][] {
  const naming = new Set(pool.flatMap(({ words }) => [...words]));
  return question
    .split(/,|;|\s(?:and|or|und|oder|sowie|et|ou|y|o|plus)\s|&/iu)
    .map((part) => wordsOf(part).filter((word) => naming.has(word)))
    .filter((group) => group.length > 0);
}

function byTypeAlone(
  asked: Asked,
  documents: readonly NamedDocument[],
  types: readonly string[],
): NamedDocument[] {
  if (types.length > 0) return documents.filter(({ type }) => types.includes(type ?? ""));
  return asked.types.length > 0 ? [...documents] : byFieldAlone(asked, documents);
}

/** "What is the monthly rent?" is about the documents whose card has a rent. */
function byFieldAlone(asked: Asked, documents: readonly NamedDocument[]): NamedDocument[] {
  const fields = asked.parts.flatMap((part) => part.fields.map(({ name }) => name));
  if (fields.length === 0) return [];
  return documents.filter(({ type }) =>
    fields.every((name) => fieldsOf(type ?? "").includes(name)),
  );
}
