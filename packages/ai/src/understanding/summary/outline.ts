import type { SummaryPart } from "../../ai";
import type { DocumentView, Sentence } from "../document-view";
import { isEnded } from "./readable";

const MOST_SENTENCES = 3;
const LONGEST = 420;

/** Words by which a sentence of each part is known, in ten languages. */
const cues: Readonly<Record<SummaryPart["part"], RegExp>> = {
  decisions:
    /\b(?:(?:was|were|has been|have been|it was|we|board|committee|council|members?|meeting|team|group|they) (?:unanimously )?(?:decided|agreed|approved|resolved|adopted|carried)|decision(?: to|:)|resolved (?:to|that)|motion (?:was )?(?:carried|passed|approved))|\b(?:beschlossen|beschließt|beschloss|genehmigt|verabschiedet)(?!\p{L})|\b(?:a décidé|ont décidé|est décidé|a approuvé|est approuvé|est adopté|adopte)(?!\p{L})|\b(?:se acordó|acordaron|acuerda|se aprobó|aprobaron|aprueba)(?!\p{L})|(?:ha|è stato|viene) (?:deliberato|approvato|deciso)|\b(?:besloten|goedgekeurd|vastgesteld)\b|(?:postanowiono|postanowił|uchwalono|zatwierdzono)|\b(?:decidiu-se|deliberou|aprovou|foi aprovad[oa])(?!\p{L})|\b(?:beslutade|beslutades|beslöt|godkändes)(?!\p{L})|\b(?:besluttede|blev besluttet|vedtog|godkendte)(?!\p{L})/iu,
  actions:
    /^\W*(?:action(?: items?| points?)?|to-?dos?|aufgaben?|maßnahmen?|acci[oó]n(?:es)?|azion[ei]|actie(?:punt)?(?:en)?|zadani[ea]|aç(?:ão|ões)|åtgärd(?:er)?|opgave(?:r)?)\b.*:|\p{Lu}\p{Ll}+ (?:will|is to|agreed to|has to) (?:arrange|book|call|check|circulate|contact|create|draft|follow|inform|investigate|look|open|organi[sz]e|prepare|provide|report|review|send|share|submit|update|write)\b|\p{Lu}\p{Ll}+ (?:klärt|prüft|erstellt|sendet|schickt|übernimmt|organisiert|informiert|kümmert sich)(?!\p{L})/u,
  parties:
    /\b(?:between|zwischen|entre|tra|fra|tussen|pomiędzy|między|mellan|mellem)\s.{5,300}?\s(?:and|und|et|y|e|ed|en|a|i|och|og)\s/iu,
  term: /\b(?:(?:initial |this )?term (?:of|shall|is|begins)|terminat(?:e|ed|es|ion)|expires?|effective (?:date|as of)|months['’]? notice|days['’]? (?:prior )?(?:written )?notice|laufzeit|kündig\p{L}*|vertragsdauer|mietzeit|durée|résili\p{L}*|préavis|vigencia|plazo|rescisi\p{L}*|durata|recesso|preavviso|looptijd|opzeg\p{L}*|wypowiedz\p{L}*|okres\p{L}*|vigência|prazo|rescis\p{L}*|löptid|uppsäg\p{L}*|opsig\p{L}*|varighed)(?!\p{L})/iu,
  money:
    /(?:[€$£¥]|\b(?:EUR|USD|GBP|CHF|PLN|SEK|DKK|BRL))\s?\d|\d\s?(?:[€£]|(?:EUR|USD|GBP|CHF|PLN|SEK|DKK|euros?|Euro|dollars|złotych|kronor|kroner|reais|zł)(?!\p{L}))/u,
};

/** The things that a reader looks up first in a document of a type. */
const partsOf: Readonly<Record<string, readonly SummaryPart["part"][]>> = {
  contract: ["parties", "term", "money"],
  amendment: ["parties", "term", "money"],
  "non-disclosure agreement": ["parties", "term"],
  "insurance policy": ["term", "money"],
  "meeting minutes": ["decisions", "actions"],
  "meeting transcript": ["decisions", "actions"],
};

/** Returns whole sentences for what the type asks, in reading order. Parts that no sentence tells of are left out. */
export function outlineOf(
  { sentences }: Pick<DocumentView, "sentences">,
  type: string | null,
): SummaryPart[] {
  const whole = sentences.filter(({ text }) => text.length <= LONGEST && isEnded(text));
  return (partsOf[type ?? ""] ?? [])
    .map((part) => ({
      part,
      sentences: whole
        .filter(({ text }) => cues[part].test(text.replace(/\s+/g, " ")))
        .slice(0, MOST_SENTENCES)
        .map(shown),
    }))
    .filter((each) => each.sentences.length > 0);
}

function shown({ text, span }: Sentence): SummaryPart["sentences"][number] {
  return { text: text.replace(/\s+/g, " "), evidence: [span] };
}
