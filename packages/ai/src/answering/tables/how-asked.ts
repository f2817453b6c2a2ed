import { fold } from "../languages/gloss";

/** The way in which the rows of a table are asked about. An amount may be in one row, or be the sum of several. */
export type How = "cell" | "amount" | "sum" | "count" | "list" | "most" | "least";

/** The kind of value that is asked for; null for one of any kind. */
export type Wanted = "money" | "time" | "day" | "number" | "person" | null;

const forms: [How, RegExp][] = [
  [
    "most",
    /\b(?:most expensive|highest|largest|biggest|longest|the most|dearest|oldest|teuerste\w*|hochste\w*|grosste\w*|am meisten|langste\w*|(?:le|la) plus (?:cher|chere|grand|grande|grosse?|eleve|elevee|long|longue)|mas (?:car[oa]|alt[oa]|grande|larg[oa]))\b/,
  ],
  [
    "least",
    /\b(?:cheapest|lowest|smallest|shortest|the least|fewest|billigste\w*|gunstigste\w*|niedrigste\w*|kleinste\w*|kurzeste\w*|moins (?:cher|chere)|(?:le|la) plus (?:bas|basse|petite?|court|courte)|mas (?:barat[oa]|baj[oa]|pequen[oa]|cort[oa]))\b/,
  ],
  [
    "sum",
    /\b(?:sum|in total|altogether|all together|together|add up|overall|combined|insgesamt|zusammen|summe|en tout|au total|somme|en total|suma|juntos|juntas)\b/,
  ],
  [
    "count",
    /\b(?:how many|number of|wie ?viele|anzahl|combien d[e']?|nombre de|cuant[oa]s|numero de)\b/,
  ],
  [
    "amount",
    /\b(?:how much|wie ?viel|combien|cuant[oa]|what (?:did|do|does) \w+ (?:spend|pay|cost|earn|charge|transfer))\b/,
  ],
  [
    "list",
    /^(?:please )?(?:list|show|name|which|who are|what are|liste|nenne|zeige|welche|wer sind|quels|quelles|listez?|enumera|cuales|que|muestra)\b/,
  ],
];

const kinds: [Wanted, RegExp][] = [
  [
    "day",
    /\b(?:when|(?:what|which) (?:date|day)|wann|welche[mnrs]? (?:tag|datum)|quand|quel jour|quelle date|cuando|que (?:dia|fecha))\b/,
  ],
  [
    "time",
    /\b(?:how long|how many (?:hours|days|weeks|months)|wie lange|wie ?viele (?:stunden|tage|wochen|monate)|combien (?:de temps|d'?heures|de jours|de mois)|cuanto tiempo|cuant[oa]s (?:horas|dias|meses))\b/,
  ],
  [
    "money",
    /\b(?:how much|price|costs?|pay|paid|spend|spent|charge[ds]?|earns?|salary|salaries|wages?|money|transfer(?:red)?|wie ?viel|preis|kostet|verdient|bezahlt|combien|prix|coute|gagne|paye|cuanto|precio|cuesta|gana|paga)\b/,
  ],
  [
    "number",
    /\b(?:how many|number of|wie ?viele|anzahl|combien d[e']?|nombre de|cuant[oa]s|numero de)\b/,
  ],
];

/** Returns what a question asks of the rows of a table. */
export function howAsked(question: string): How {
  const folded = fold(question.trim());
  return forms.find(([, asks]) => asks.test(folded))?.[0] ?? "cell";
}

/** Returns the kind of value that a question asks for. */
export function valueAsked(question: string): Wanted {
  const folded = fold(question.trim());
  if (/^(?:and |und |et |y )?(?:who|whom|wer|wem|wen|qui|a qui|quien|quienes)\b/.test(folded))
    return "person";
  return kinds.find(([, asks]) => asks.test(folded))?.[0] ?? null;
}

const light = new Set(
  (
    "pay pays paid cost costs charge charged earn earns spend spent get gets got give gives gave take takes took make makes made work works worked have has left go goes went come came comes money people person total " +
    "sum altogether together list show tell need needs all since us off us add name amount number day date much many one two " +
    "bezahlt bezahlen zahlen kosten kostet verdient arbeitet arbeiten leute seit uns payer paye coute gagne travaille travaillent gens depuis pagar paga pago cuesta gana trabaja trabajan gente desde"
  ).split(" "),
);

/** Returns whether a word of a question says little of what is asked for. */
export function isLight(word: string): boolean {
  return fold(word)
    .split(" ")
    .every((each) => light.has(each));
}

const names: Partial<Record<NonNullable<Wanted>, RegExp>> = {
  money:
    /[€$£]|\b(?:eur|usd|gbp|chf|price|cost|costs|salary|wages?|pay|paid|amount|total|fee|rate|value|budget|spent|preis|kosten|gehalt|betrag|summe|prix|montant|salaire|precio|importe|salario)\b/,
  time: /\b(?:days?|weeks?|months?|years?|hours?|h|hrs|minutes?|min|time|duration|tage|wochen|monate|jahre|stunden|dauer|jours|semaines|mois|heures|duree|dias|semanas|meses|horas)\b/,
  number:
    /\b(?:stock|qty|quantity|units|pieces|pcs|count|number|left|menge|anzahl|bestand|stuck|quantite|nombre|cantidad|unidades|existencias)\b/,
};

/** Returns whether the name of a column says that it holds such values. */
export function namesKind(column: string, wanted: Wanted): boolean {
  return wanted !== null && names[wanted]?.test(fold(column)) === true;
}
