import type { TypeMention } from "./type-words";
import { wordsOf } from "./words";

export type Form = "fact" | "list" | "count" | "sum" | "comparison" | "summary" | "definition";
export type Fold = "sum" | "average" | "largest" | "smallest";

const summary =
  /\b(?:summar(?:y|ise|ize)|sum up|overview of|key points|what (?:is|are) .* about|zusammenfass\w*|fasse? .* zusammen|worum geht|uberblick|resum\w*|de quoi parle|de que trata)\b/;
const definition =
  /^(?:define|definition of|what does (.+) mean|what is meant by|was (?:bedeutet|heisst|versteht man unter)|que (?:signifie|significa|veut dire)|definiere|definis|definicion de)\b|\b(?:definition of|defined (?:as|in))\b/;
const comparison =
  /\b(?:compare|comparison|difference|differences|differ|versus|vs|vergleich\w*|unterschied\w*|compar(?:e|ez|er|aison|a|ar|acion)|diferencias?|differences?)\b/;
const counting =
  /\b(?:how many|number of|count|wie viele|wieviele|anzahl|combien d[e']?|nombre de|cuant[oa]s|numero de)\b/;
const folds: [Fold, RegExp][] = [
  ["average", /\b(?:average|mean|durchschnitt\w*|im schnitt|moyenne?|promedio|media)\b/],
  [
    "largest",
    /\b(?:largest|highest|biggest|most expensive|higher|dearest|hochste[nrs]?|teuerste[nrs]?|grosste[nrs]?|plus (?:cher|chere|elevee?|grande?)|mas (?:car[oa]|alt[oa]|grande))\b/,
  ],
  [
    "smallest",
    /\b(?:smallest|lowest|cheapest|least|lower|niedrigste[nrs]?|gunstigste[nrs]?|billigste[nrs]?|kleinste[nrs]?|moins (?:cher|chere)|plus (?:bas|basse|petite?)|mas (?:barat[oa]|baj[oa]|pequen[oa]))\b/,
  ],
  [
    "sum",
    /\b(?:sum|in total|total of (?:all|the|our|my)|all together|altogether|together|add up|come to|combined|overall|insgesamt|zusammen|in summe|summe|gesamtsumme|en tout|au total|somme|ensemble|en total|suma|juntos|juntas)\b/,
  ],
];
const listing =
  /^(?:please )?(?:list|show|all|alle|toute?s les|tous les|toda?s las|todos los|enumerate|give me|which|what are|zeige?|liste|nenne|welche|quels|quelles|liste[rz]?|enumera|muestra|lista|cuales|que)\b|\b(?:list of|table of|liste der|liste des)\b/;
const mentioning =
  /\b(?:mention|mentions|mentioning|talk about|refer to|contain|contains|erwahnen|erwahnt|enthalten|mentionnent|parlent de|contiennent|mencionan|contienen|hablan de)\b/;

/** Returns the kind of thing that a question asks for. Many documents are asked for only where a word for many of them says so. */
export function formOf(
  question: string,
  types: readonly TypeMention[],
): { form: Form; fold: Fold | null } {
  const folded = wordsOf(question).join(" ");
  const isMany = types.some((mention) => mention.isMany);
  const found = folds.find(([, asks]) => asks.test(folded))?.[0] ?? null;
  if (definition.test(folded)) return { form: "definition", fold: null };
  if (summary.test(folded)) return { form: "summary", fold: null };
  if (isMany && found && found !== "sum") return { form: "sum", fold: found };
  if (
    types.length > 0 &&
    (found === "largest" || found === "smallest") &&
    /\b(?:which|what|welche\w*|quelle?|cual)\b/.test(folded)
  )
    return { form: "sum", fold: found };
  if (comparison.test(folded)) return { form: "comparison", fold: null };
  if (isMany && found === "sum") return { form: "sum", fold: "sum" };
  if (isMany && countsTypes(folded, types)) return { form: "count", fold: null };
  if (isMany && (listing.test(folded) || asksWhatOf(folded, types)))
    return { form: "list", fold: null };
  if (types.length > 0 && having.test(folded)) return { form: "list", fold: null };
  return { form: "fact", fold: null };
}

/** "Do we have a contract with Acme?" asks for the contracts with Acme. */
const having =
  /^(?:do (?:we|i) have|have we got|(?:is|are) there|haben wir|gibt es|avons nous|y a t il|est ce que nous avons|tenemos|hay)\b/;

/** "What invoices" asks for invoices, "what is in the invoices" does not. */
function asksWhatOf(folded: string, types: readonly TypeMention[]): boolean {
  const next = /^(?:what|was fur) (\S+ ?\S*)/.exec(folded)?.[1]?.split(" ") ?? [];
  return types.some(({ words, isMany }) => isMany && next.includes(words.at(-1) ?? ""));
}

/** Documents are counted if the word for them follows "how many" within two words. */
function countsTypes(folded: string, types: readonly TypeMention[]): boolean {
  const match = counting.exec(folded);
  if (!match) return false;
  const next = folded
    .slice(match.index + match[0].length)
    .trim()
    .split(" ")
    .slice(0, 3);
  return types.some(({ words, isMany }) => isMany && next.includes(words.at(-1) ?? ""));
}

/** Returns whether a question asks which documents say something. */
export function asksWhoMentions(question: string): boolean {
  const folded = wordsOf(question).join(" ");
  return (
    /\b(?:documents|files|dokumente|dateien|fichiers|documentos|archivos)\b/.test(folded) &&
    (listing.test(folded) || mentioning.test(folded)) &&
    mentioning.test(folded)
  );
}

/** Returns whether a word of such a question says that documents are looked for, rather than for what. */
export function saysMentioning(word: string): boolean {
  return (
    mentioning.test(word) ||
    /^(?:list|show|documents?|files?|dokumente?|dateien|fichiers?|documentos?|archivos?)$/.test(
      word,
    )
  );
}

/** Returns the term whose meaning is asked for; null if none is. */
export function termOf(question: string): string | null {
  const quoted = /["“„«]([^"”“»]+)["”“»]/.exec(question)?.[1];
  if (quoted) return quoted.trim();
  const patterns = [
    /what does (.+?) mean\b/i,
    /what is meant by (.+?)[?.]*$/i,
    /definition of (.+?)(?: in .*)?[?.]*$/i,
    /^define (.+?)[?.]*$/i,
    /how is (.+?) defined/i,
    /was (?:bedeutet|heißt) (.+?)[?.]*$/i,
    /was versteht man unter (.+?)[?.]*$/i,
    /que (?:signifie|veut dire) (.+?)[?.]*$/i,
    /qu[eé] significa (.+?)[?.]*$/i,
  ];
  for (const pattern of patterns) {
    const term = pattern.exec(question)?.[1];
    if (term) return term.replace(/^(?:the|a|an|der|die|das|le|la|l'|el) ?\b/i, "").trim();
  }
  return null;
}

const latest =
  "latest|newest|most recent|last|current|letzte[nrms]?|neueste[nrms]?|aktuellste[nrms]?|aktuelle[nrms]?|jungste[nrms]?|derniere?s?|plus recente?|ultim[oa]s?";
const earliest =
  "earliest|oldest|first|alteste[nrms]?|fruheste[nrms]?|erste[nrms]?|premieres?|plus ancienne?|primer[oa]?|mas antigu[oa]";

/** Returns whether the newest or the oldest document is meant, with the words that say so. They are close to the word for the type. */
export function orderOf(
  question: string,
  types: readonly TypeMention[],
): { order: "latest" | "earliest"; words: string[] } | null {
  const folded = wordsOf(question).join(" ");
  for (const { words } of types) {
    const type = words.join(" ");
    for (const [order, which] of [
      ["latest", latest],
      ["earliest", earliest],
    ] as const) {
      const before = new RegExp(`\\b(${which})(?: [\\p{L}\\p{N}]+){0,2} ${type}\\b`, "u").exec(
        folded,
      );
      const after = new RegExp(
        `\\b${type} (${latest}|mas recientes?|plus recente?s?)\\b`,
        "u",
      ).exec(folded);
      const isNumber = order === "earliest" && numbered.has(words[0] ?? "");
      if (before?.[1] && !isNumber) return { order, words: wordsOf(before[1]) };
      if (after?.[1]) return { order: "latest", words: wordsOf(after[1]) };
    }
  }
  return null;
}

/** The first amendment is the one with the number 1. */
const numbered = new Set(["amendment", "addendum", "nachtrag", "avenant", "quarter"]);

const outlines: [OutlinePart, RegExp][] = [
  [
    "decisions",
    /\b(?:decide[ds]?|decisions?|resolved|agreed|beschlossen|beschlusse?|entschieden|entscheidungen|decide|decisions?|decidio|decisiones|acordo|acuerdos)\b/,
  ],
  [
    "actions",
    /\b(?:action items?|next steps|to dos?|todos?|tasks|aufgaben|nachste schritte|taches|actions a|tareas|proximos pasos)\b/,
  ],
];
export type OutlinePart = "decisions" | "actions";

/** Returns the part of a document's outline that is asked for, with the words that say so. */
export function outlineOf(question: string): { part: OutlinePart; words: string[] } | null {
  const folded = wordsOf(question).join(" ");
  for (const [part, asks] of outlines) {
    const match = asks.exec(folded);
    if (match) return { part, words: wordsOf(match[0]) };
  }
  return null;
}

/** Words for signing. */
export const signing =
  /^(?:sign|signed|signs|signatory|signatories|signature|unterzeichnet|unterschrieben|unterzeichner|signe|signataires?|firmo|firmado|firmaron|firmantes?)$/;

/** Returns whether a question asks who signed a document. */
export function asksWhoSigned(question: string): boolean {
  const words = wordsOf(question);
  const isWho =
    /^(?:who|wer|qui|quien|quienes)$/.test(words[0] ?? "") ||
    words.some((word) => word.startsWith("signator"));
  return isWho && words.some((word) => signing.test(word));
}

const counts: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  zwei: 2,
  drei: 3,
  vier: 4,
  funf: 5,
  deux: 2,
  trois: 3,
  quatre: 4,
  dos: 2,
  tres: 3,
  cuatro: 4,
};

/** Returns whether a question speaks of just so many documents, as "the four invoices" does. */
export function saysCount(question: string, count: number): boolean {
  return wordsOf(question).some((word) => counts[word] === count || word === String(count));
}
