import type { QuestionLanguage } from "./words";
import { fold, isCommon, languageOf, wordsOf } from "./words";

const opens =
  /^(?:and|but|so|then|also|or|plus|und|aber|oder|dann|et|mais|alors|ou|y|e|pero|o)\b[\s,]*(?:(?:what|how) about\b)?|^(?:what|how) about\b|^(?:was ist mit|wie ist es mit|wie steht es mit|wie sieht es mit|et pour|qu'en est-il (?:de|du|des)|que hay de|que pasa con)\b/;
const corrects =
  /^(?:(?:no|nope|nein|nee|non|sorry|entschuldigung|pardon|perdon)(?=[\s]*[,;.!-]| (?:i|we|ich|je|me|quer)\b)[\s,;.!-]*)?(?:(?:i|we) (?:meant?|was asking about|wanted)|ich (?:meinte|meine|wollte)|(?:je|nous) (?:voulais dire|voulions dire|parlais d[eu]|parle d[eu]|pensais a)|(?:me referia|me refiero) al?|queria decir|quise decir)\b[\s:,]*|^(?:no|nope|nein|nee|non)\s*[,;.!-]\s*/;
const notThat = /^(?:not|nicht|pas|no)\b[^,;]{1,60}[,;]\s*(?:but|sondern|mais|sino)?\s*/;

/** Words for what was named before. "There are" and "il y a" name nothing. */
const points: Record<QuestionLanguage, RegExp> = {
  en: /\b(?:it|its|they|them|their|he|him|his|she|her|hers|that one|this one|the same|there|those|these)\b/,
  de: /\b(?:er|sie|ihn|ihm|ihr|ihre[nmrs]?|sein|seine[nmrs]?|dessen|deren|davon|dafur|dazu|darin|damit|dort|dieser|dieses|diesen)\b/,
  fr: /\b(?:il|elle|ils|elles|lui|celui-ci|celle-ci|ceux-ci|son|sa|ses|leur|leurs|cela|ca)\b/,
  es: /\b(?:esto|ese|esa|eso|ella|ellos|ellas|el mismo|alli|su|sus|lo|la(?= (?:firmo|firmaron|emitio|envio|pago)))\b/,
};
const expletive: Record<QuestionLanguage, RegExp> = {
  en: /\b(?:(?:are|is|was|were|do|does|have|has) there|there (?:are|is|was|were|any)|does it take|is it (?:possible|allowed|true|necessary))\b/g,
  de: /\bgibt es\b/g,
  fr: /\b(?:il y a|y a t il|y a-t-il|reste-t-il|faut-il|il faut|s'agit-il|est-il (?:possible|permis))\b/g,
  es: /\blo que\b/g,
};

/** The way in which a question goes on: it opens with "and", corrects what was understood, or points to what was named before. */
export type Link = "opens" | "corrects" | "points" | null;

/** Returns how a question refers to the conversation; null if it does not. */
export function linkOf(question: string): Link {
  const folded = fold(question.trim().replace(/^¿/, ""));
  if (corrects.exec(folded)?.[0]) return "corrects";
  if (opens.test(folded)) return "opens";
  const language = languageOf(question);
  // A German "Sie" within a sentence is polite.
  const said =
    language === "de" ? question.replaceAll(/(?<=\S\s)(?:Sie|Ihnen|Ihr\p{L}*)\b/gu, "") : question;
  return points[language].test(fold(said).replaceAll(expletive[language], "")) ? "points" : null;
}

/** Returns the question without the words by which it goes on: "and in 2025?" becomes "in 2025?". */
export function withoutOpening(question: string): string {
  const trimmed = question.trim().replace(/^¿\s*/, "");
  const correction = corrects.exec(fold(trimmed))?.[0] ?? "";
  const corrected = trimmed.slice(correction.length);
  const not = correction ? (notThat.exec(fold(corrected))?.[0] ?? "") : "";
  const rest = corrected.slice(not.length);
  const match = opens.exec(fold(rest));
  const own = match ? rest.slice(match[0].length).trim() : rest.trim();
  return /[\p{L}\p{N}]/u.test(own) ? own : question.trim();
}

/** Returns whether a question is a few words without a verb, which put something else into the question before. */
export function isElliptic(question: string): boolean {
  const words = wordsOf(withoutOpening(question));
  return words.length <= 5 && !words.some((word) => asking.has(word));
}

const asking = new Set(
  "who what when where why how which whose is are was were do does did can could may must should will wer was wann wo warum wie welche welcher welches ist sind war kann darf muss qui que quoi quand comment pourquoi combien quel quelle est sont peut quien cuando donde como cuanto cual es son puede".split(
    " ",
  ),
);

const bare =
  /^(?:(?:from|until|till|since|by|for|to|at|in|with|ab|bis|seit|von|fur|mit|zu|depuis|jusqu'a|jusqu'|a partir de|de|pour|par|avec|desde|hasta|por|para|con|a) )?(?:who|whom|when|where|why|how (?:much|many|long|often|high|big)|how|wer|wen|wem|wann|wo|warum|wieso|wie (?:viel|viele|lange|oft|hoch)|wieviel|wie|qui|quand|ou|pourquoi|combien(?: de temps)?|comment|quien|cuando|donde|por que|cuanto|cuanta|como)(?: exactly| genau| exactement| exactamente)?$/;

/** Returns whether a question is nothing but the word that asks, as "from when?" is. */
export function asksBarely(question: string): boolean {
  return bare.test(wordsOf(withoutOpening(question)).join(" ").replace("jusqu a", "jusqu'a"));
}

const leading =
  /^[¿\s]*(?:(?:from|until|since|by|for|ab|bis|seit|von|depuis|de|pour|par|desde|hasta|por|para)\s+)?(?:who|whom|when|where|why|how (?:much|many|long|often)|how|what|which|wer|wen|wem|wann|wo|warum|wie (?:viel|viele|lange|oft|hoch)|wieviel|wie|was|qui|quand|où|pourquoi|combien|comment|que|quien|quién|cuando|cuándo|donde|dónde|cuanto|cuánto|como|cómo|qué)(?!\p{L})\s*/iu;

/** Returns a question that only asks otherwise as one of its own: after "Who patented it?", "when?" becomes "when patented it?". */
export function askedOtherwise(before: string, said: string): string {
  const own = withoutOpening(said).replace(/[?!.\s]+$/, "");
  const rest = before.replace(leading, "");
  return rest === before ? `${own} ${before}` : `${own} ${rest}`;
}

const places: [place: number, says: RegExp][] = [
  [0, /^(?:first|erste[nrsm]?|premiere?|primer[oa]?)$/],
  [1, /^(?:second|zweite[nrsm]?|deuxieme|seconde?|segund[oa])$/],
  [2, /^(?:third|dritte[nrsm]?|troisieme|tercer[oa]?)$/],
  [3, /^(?:fourth|vierte[nrsm]?|quatrieme|cuart[oa])$/],
  [4, /^(?:fifth|funfte[nrsm]?|cinquieme|quint[oa])$/],
  [-1, /^(?:last|letzte[nrsm]?|derniere?|ultim[oa])$/],
];
const other = /^(?:other|andere[nrsm]?|autre|otr[oa])$/;
const one = /^(?:one|ones|of)$/;
const article = /^(?:the|im|vom|zum|beim|der|die|das|den|dem|des|le|la|l|el|del|al|du|au)$/;

/** Returns the place in a list that "the second one" points to, -1 for the last; null if none, or if a noun follows. */
export function placeOf(question: string): number | "other" | null {
  const written = question.match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = written.map((word) => fold(word));
  for (const [at, word] of words.entries()) {
    if (!article.test(words[at - 1] ?? "")) continue;
    const place = other.test(word) ? "other" : places.find(([, says]) => says.test(word))?.[0];
    if (place === undefined) continue;
    const next = words[at + 1];
    const isNoun =
      next !== undefined &&
      !one.test(next) &&
      !(
        isCommon(next) ||
        asking.has(next) ||
        /^\p{Ll}/u.test(written[at + 1] ?? "") === isGerman(question)
      );
    if (!isNoun) return place;
  }
  return null;
}

/** In German nouns are written with a capital, so a small word after "der zweite" is none. */
function isGerman(question: string): boolean {
  return languageOf(question) === "de";
}

const them =
  /\b(?:of (?:them|these|those|the (?:two|three|four|five))|among (?:them|these|those)|davon|darunter|von (?:diesen|ihnen|denen)|d'entre (?:eux|elles)|parmi (?:eux|elles|ceux-ci|celles-ci)|de (?:ellos|ellas|estos|estas)|entre (?:ellos|ellas))\b/;

/** Returns whether a question is about some of the documents that were listed before. */
export function asksOfThem(question: string): boolean {
  return them.test(fold(question));
}

const which = /\b(?:which|welche[rsnm]?|lequel|laquelle|lesquels|quel|quelle|cual|what)\b/;
const compared: ["largest" | "smallest", RegExp][] = [
  [
    "largest",
    /\b(?:higher|highest|larger|largest|bigger|biggest|more(?: expensive)?|dearer|costs (?:the )?more|later|latest|longer|longest|last|hoher|hochste[nrs]?|grosser|grosste[nrs]?|teurer|teuerste[nrs]?|spater|langer|langste[nrs]?|plus (?:eleve|elevee|cher|chere|grand|grande|haut|haute|tard|long|longue|longtemps)|mas (?:alt[oa]|car[oa]|grande|tarde|larg[oa])|mayor)\b/,
  ],
  [
    "smallest",
    /\b(?:lower|lowest|smaller|smallest|cheaper|cheapest|less|earlier|earliest|sooner|soonest|shorter|shortest|first|niedriger|niedrigste[nrs]?|kleiner|gunstiger|billiger|fruher|fruheste[nrs]?|kurzer|zuerst|moins (?:eleve|elevee|cher|chere|haut|haute)|plus (?:bas|basse|petit|petite|tot|court|courte)|mas (?:baj[oa]|barat[oa]|pequen[oa]|pronto|cort[oa])|menor|menos|primero)\b/,
  ],
];

/** Returns which of several values a question asks for, as "which is higher?" does; null if it asks for something else. */
export function comparingOf(question: string): "largest" | "smallest" | null {
  const folded = wordsOf(withoutOpening(question)).join(" ");
  if (!which.test(folded) && !asksOfThem(question)) return null;
  return compared.find(([, says]) => says.test(folded))?.[0] ?? null;
}
