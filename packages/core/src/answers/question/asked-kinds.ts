import type { FieldDefinition } from "@besunny/ai/ai";
import { wordsOf } from "./words";

type Kind = FieldDefinition["kind"];

const days = ["date", "period"] as const;
const lengths = ["duration", "period"] as const;
const sums = ["money", "number", "duration"] as const;
const names = ["party", "text", "list"] as const;

/** Words that ask, the longest first, with the kinds of values that answer them. */
const asking: [asks: RegExp, kinds: readonly Kind[]][] = [
  [
    /^(?:(?:for )?how long|fur wie lange|wie lange|(?:pendant |pour )?combien de temps|(?:por |durante )?cuanto tiempo)\b/,
    lengths,
  ],
  [
    /^(?:how many|wie viele|wieviele|combien de|combien d|cuantos|cuantas)\b/,
    ["money", "number", "duration", "party", "list"],
  ],
  [/^(?:how much|wie (?:hoch|viel|teuer)|wieviel|combien|cuanto|cuanta)\b/, sums],
  [
    /^(?:(?:until|since|by|from) )?when\b|^(?:bis |seit |ab |zu )?wann\b|^(?:depuis |jusqu a |a partir de )?quand\b|^(?:desde |hasta |a partir de )?cuando\b|^(?:until |by |from |on )?(?:what|which) (?:day|date)\b|^an welchem tag\b|^quel jour\b|^que dia\b/,
    days,
  ],
  [
    /^(?:(?:to|from|by|for|with) )?whom?\b|^(?:von |an |mit |fur )?we[rnm]\b|^(?:a |de |par |pour |avec )?qui\b|^(?:a |de |por |para |con )?quien(?:es)?\b/,
    names,
  ],
  [/^(?:where|wo|wohin|ou|donde)\b/, ["text", "list"]],
  [/^(?:why|warum|weshalb|wieso|pourquoi|por que)\b/, []],
];

/** "How many of them end in 2027?" counts what was listed before, by fields of any kind. */
const ofThem =
  /^(?:how many|wie viele|wieviele|combien|cuant[oa]s) (?:of (?:them|these|those|the)|davon|darunter|von (?:diesen|ihnen|denen)|d entre|parmi|de (?:ellos|ellas|estos|estas))\b/;

/**
 * Returns the kinds of values that the word which a question begins with asks for: "when" asks for days. Null if any may be meant, as with
 * "what".
 */
export function kindsAsked(question: string): readonly Kind[] | null {
  const folded = wordsOf(question)
    .join(" ")
    .replace(/^(?:and|but|so|und|et|y|please|bitte) /, "");
  if (ofThem.test(folded)) return null;
  return asking.find(([asks]) => asks.test(folded))?.[1] ?? null;
}

/** Returns whether a question asks for a number of things. */
export function asksHowMany(question: string): boolean {
  return /^(?:how many|wie viele|wieviele|combien de?|cuant[oa]s)\b/.test(
    wordsOf(question).join(" "),
  );
}
