import type { DecisionSigns } from "./signs";

const word = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "iu");
const some = "(?:[\\p{L}\\d.,-]+ ){0,7}?";
const choose =
  "nehmen|machen|bleiben|behalten|verwenden|benutzen|lassen|streichen|verschieben|gehen|starten|kaufen|wählen|entscheiden|einigen|verzichten|setzen|fahren|beauftragen|stellen|führen|legen|halten|veröffentlichen|erhöhen|senken|kündigen|verlängern|bestellen|buchen";

/** The signs of German. */
export const germanSigns: DecisionSigns = {
  decided: word(
    `(?:haben|hatten|sind|ist|wird|wurde) (?:wir )?${some}(?:beschlossen|entschieden|vereinbart|festgelegt|geeinigt|einig|abgemacht)|wir (?:beschließen|einigen uns|legen fest|halten fest)|halten wir (?:also )?fest`,
  ),
  thinksDecided: word(
    `ich (?:denke|glaube|meine),? ${some}(?:wir|uns) ${some}(?:einig|entschieden|geeinigt)`,
  ),
  weWill: word(`wir (?:${choose})|(?:${choose}) wir`),
  weAreGoingTo: word("wir werden|werden wir"),
  goFor: word(
    `(?:bleiben|bleibt) ${some}(?:bei|dabei)|entscheiden uns für|${some}(?:nehmen wir|wir nehmen)|gehen ${some}mit|setzen ${some}auf|verzichten ${some}auf`,
  ),
  letUsChoose: word(
    `(?:lasst|lassen sie) uns ${some}(?:nehmen|machen|behalten|streichen|festhalten|bleiben|entscheiden)|dann (?:${choose}) wir`,
  ),
  letUs: word("lasst uns|lassen sie uns"),
  opensWithSo: /^(?:(?:okay|gut|ja|na|und),? )*(?:also|gut|dann|damit|somit)(?!\p{L})/iu,
  thus: word("dann|damit|somit"),
  okay: word("okay|ok|in ordnung|einverstanden|gut"),
  thinks: word("ich (?:glaube|denke|finde|meine)|(?:glaube|denke|finde) ich|meines erachtens"),
  maybe: word("vielleicht|wahrscheinlich|eventuell|möglicherweise|vermutlich|wohl|gegebenenfalls"),
  ifs: word("wenn|falls|sofern|je nachdem"),
  could: word("könnten?|könntest|kann|können"),
  should: word("sollten?|müssten?|müssen|muss|soll|sollen"),
  not: word("nicht|keine?[nrms]?|nie|ohne|nein|nee"),
  wouldSay: word(
    "ich (?:würde|schlage|empfehle|plädiere|wäre dafür|bin dafür)|(?:würde|schlage) ich|mein vorschlag",
  ),
  ofTheMeeting: word(
    "sitzung|besprechung|termin|meeting|präsentation|protokoll|tagesordnung|agenda|folien?|seite|pause|punkt|tagesordnungspunkt|runde",
  ),
  earlier: word(
    "letzte[snrm]? (?:mal|woche|sitzung|monat|jahr|besprechung|termin)|vorige[snrm]?|bereits|schon|damals|früher|gestern|vorhin",
  ),
  proceeds: word(
    "anfangen|fangen|beginnen|weiter|weitermachen|weitergehen|kommen|schauen|sehen|besprechen|reden|sprechen|diskutieren|anhören|hören|zurückkommen|nächste[rnsm]?",
  ),
  number: /(?<!\p{L})(?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|halb|\d+)(?!\p{L})/iu,
  asks: /\?$/,
  iWill: word("ich (?:werde|mache|schicke|kümmere|übernehme|kläre|prüfe|schreibe)|werde ich"),
  you: /(?<!\p{L})(?:du|dir|dich|ihr|euch|dein\p{L}*)(?!\p{L})|(?<=\s)(?:Sie|Ihnen|Ihr\p{L}*)(?!\p{L})/u,
  voted: word(
    "angenommen|genehmigt|abgestimmt|abstimmung|antrag|einstimmig|verabschiedet|gegenstimmen?|enthaltung(?:en)?",
  ),
  instead: word("statt|stattdessen|anstatt|anstelle"),
  others: word("man|kunden?|leute|andere[nr]?|die bank|verwaltung|vorstand"),
  yes: word("ja|jawohl|jo"),
  we: word("wir|uns|unser\\p{L}*"),
  aboutDeciding:
    /(?:entscheid|entschied|beschl(?:oss|uss|üsse|ieß)|einig|vereinbar|festgelegt|konsens)/iu,
  clauseOfWe: word("(?:dass|ob|was|wie|wann|weil|wo|damit|welche[nrsm]?) wir"),
  willBe: word("wird|werden"),
  final: word(
    "definitiv|endgültig|abgemacht|steht (?:damit )?fest|beschlossen|verbindlich|auf jeden fall",
  ),
  i: word("ich|mir|mich|mein\\p{L}*"),
};
