import { cuesOf } from "./cues/cues-of";
import { isGerman } from "./dates/date-words";

const first = {
  en: /(?<!\p{L})(?:I|me|my|mine|we|us|our)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:ich|mir|mich|mein\p{L}*|wir|uns|unser\p{L}*)(?!\p{L})/iu,
};
const refuses = {
  en: /(?<!\p{L})(?:can['’]?t|cannot|can not|won['’]?t|will not|not going to|refuse|disagree|not me|don['’]t (?:want|have time)|no way)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:kann (?:\p{L}+ ){0,3}nicht|will (?:\p{L}+ ){0,3}nicht|werde (?:\p{L}+ ){0,3}nicht|keine zeit|dagegen|nein|nee)(?!\p{L})/iu,
};
const orders =
  /(?<!\p{L})(?:ignore|disregard|forget|override)\s+(?:(?:all|any|the|your|these|those|my|of|previous|prior|above|earlier|preceding|other)\s+)*(?:instructions?|prompts?|rules|directions|guidelines)(?!\p{L})|(?<!\p{L})system prompt(?!\p{L})|(?<!\p{L})you are (?:now )?(?:an? )?(?:AI|language model|chatbot|assistant)(?!\p{L})|(?<!\p{L})(?:ignoriere?|ignorieren sie|vergiss|vergessen sie|missachte)\s+(?:(?:alle|die|deine|ihre|bisherigen|vorherigen|früheren|obigen)\s+)*(?:anweisungen|regeln|vorgaben)(?!\p{L})|<\/?(?:system|transcript|instructions?)>/iu;

/**
 * True if the words of a person may take a task on: they speak of himself or accept, and refuse nothing. In languages without cues all words
 * may.
 */
export function takesOn(quote: string, language: string | null): boolean {
  if (language !== null && language !== "en" && language !== "de") return true;
  const own = isGerman(language) ? "de" : "en";
  if (refuses[own].test(quote)) return false;
  return first[own].test(quote) || cuesOf(language).accepts.test(quote.trim());
}

/** True for words that give orders to a model. People say them of machines, so nothing is given to anybody by them. */
export function ordersModel(text: string): boolean {
  return orders.test(text);
}
