import { fold } from "./gloss";

/** The kind of thing that a question asks for: what asks for it, and what it looks like. Both are of text without case and accents. */
type Wanted = { asks: RegExp; looks: RegExp };

const months =
  "jan(?:uary|uar|vier)?|enero|feb(?:ruary|ruar|rero)?|fevrier|mar(?:ch|z|s|zo)|apr(?:il)?|avril|abril|may|mai|mayo|june?|juni|juin|junio|july?|juli|juillet|julio|aug(?:ust)?|aout|agosto|sept?(?:ember|embre|iembre)?|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|de[czs](?:ember|embre|iembre)?|diciembre";
const weekdays =
  "mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo";
const numerals =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety|hundred|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|zwanzig|dreissig|sechzig|neunzig|hundert|deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|vingt|trente|soixante|cent|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|treinta|sesenta|noventa|cien";
const number = `(?:\\d[\\d.,' ]*|\\b(?:${numerals})\\b)`;
const units =
  "days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|tagen?|wochen?|monaten?|jahren?|stunden?|minuten|jours?|semaines?|mois|ans?|annees?|heures?|dias?|semanas?|mes(?:es)?|anos?|horas?|minutos?";

const money =
  /(?:[€$£¥]\s?\d[\d.,' ]*|\d[\d.,' ]*\s?(?:[€$£¥]|(?:eur|usd|gbp|chf|euros?|dollars?)\b)|\b(?:eur|usd|gbp|chf)\s?\d[\d.,' ]*|\b\d{1,3}(?:[.,' ]\d{3})*[.,]\d{2}\b|(?<![\w/.,-])\d{2,}(?![\w/-]|[.,]\d))/g;
const day = new RegExp(
  `\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b|\\b\\d{1,2}(?:st|nd|rd|th|er|\\.)?\\s(?:of |de )?(?:${months})\\b\\.?(?:\\s(?:de |del )?\\d{4})?|\\b(?:${months})\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\b(?:${months}) (?:de )?\\d{4}\\b|\\b(?:(?:${weekdays})s?\\b|\\b(?:19|20)\\d{2}\\b`,
  "g",
);
const span = new RegExp(`${number}(?:\\s\\(\\d+\\))?[\\s-](?:[a-z]+ )?(?:${units})\\b`, "g");
const percent = /\d[\d.,]*\s?(?:%|percent|per cent|prozent|pour cent|por ciento)/g;

const kinds: Wanted[] = [
  {
    asks: /\b(?:percentage|percent|per cent|interest rate|prozent|prozentsatz|zinssatz|pourcentage|taux|porcentaje)\b/,
    looks: percent,
  },
  {
    asks: /\b(?:how long|duration|notice period|wie lange?|laufzeit|kundigungsfrist|probezeit|frist|combien de temps|duree|preavis|cuanto tiempo|cuanto dura|duracion|preaviso|plazo)\b/,
    looks: span,
  },
  {
    asks: /\b(?:how many|wie ?viele|anzahl|combien d[e']?|cuant[oa]s)\b/,
    looks: new RegExp(number, "g"),
  },
  {
    asks: /\b(?:how much|price|costs?|amount|salary|fee|rent|earns?|wie ?viel|wie hoch|kostet|kosten|verdient|betrag|combien|montant|prix|coute|cuanto|cuanta|cuesta|importe|precio)\b/,
    looks: money,
  },
  {
    asks: /\b(?:when|(?:what|which) (?:date|day|year)|wann|an welchem tag|welches datum|quand|quel jour|quelle date|cuando|que (?:dia|fecha))\b/,
    looks: day,
  },
];

/** Questions for a person, a place or a reason, whatever else their words name. */
const asksOtherwise =
  /^[^\p{L}]*(?:who|whom|whose|why|where|wer|wem|wen|wessen|warum|wieso|wo|qui|pourquoi|ou|quien|quienes|por que|donde)(?!\p{L})/u;

/** Returns what the answer of a question looks like; null for a question whose answer may look in any way. */
export function lookOfAnswer(question: string): RegExp | null {
  const folded = fold(question);
  if (asksOtherwise.test(folded)) return null;
  return kinds.find(({ asks }) => asks.test(folded))?.looks ?? null;
}
