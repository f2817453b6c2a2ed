/** A way to ask for a field without its label. It holds for documents of these types. */
type Way = { name: string; types: readonly string[]; asks: RegExp };

const bills = ["invoice", "receipt", "purchase order", "quote"];
const messages = ["email", "letter", "memo"];
const meetings = ["meeting minutes", "meeting transcript"];
const contracts = ["contract", "amendment", "non-disclosure agreement", "insurance policy"];

/** Ways to ask for the fields of cards, in folded words. */
export const ways: readonly Way[] = [
  {
    name: "total",
    types: bills,
    asks: /\b(?:how much (?:is|was|does|did|were)|totals?|amounts?|sum|gross|including (?:vat|tax)|incl vat|cost|costs|price|spend|spent|pay|paid|charged?|wie hoch|gesamtbetrag|betrag|kostet|kostete|summe|montant|ttc|combien (?:coute|est)|importe|cuanto (?:es|cuesta|costo))\b/,
  },
  {
    name: "due date",
    types: bills,
    asks: /\b(?:overdue|uberfallig(?:e[nrs]?)?|en retard|echues?|vencidas?|due(?: dates?)?|payable|pay by|be paid|payment deadline|fallig|faelligkeit|zahlbar|bezahlt werden|echeance|a payer|vence|vencimiento|pagar)\b/,
  },
  {
    name: "invoice date",
    types: ["invoice"],
    asks: /\b(?:issued|dated|dates?|sent|ausgestellt|datum|rechnungsdatum|emise|emitida|fecha)\b/,
  },
  {
    name: "invoice number",
    types: ["invoice"],
    asks: /\b(?:numbers?|no|nummer|rechnungsnummer|numero)\b/,
  },
  {
    name: "supplier",
    types: bills,
    asks: /\b(?:from whom|who (?:issued|sent|is (?:it|the [a-z]+) from)|seller|supplier|vendor|von wem|lieferant|fournisseur|proveedor)\b/,
  },
  {
    name: "end date",
    types: contracts,
    asks: /\b(?:end|ends|ended|expire|expires|run out|runs out|terminate on|endet|ende|lauft aus|ablauf|fin|finit|prend fin|expira|termina)\b/,
  },
  {
    name: "effective date",
    types: contracts,
    asks: /\b(?:begin|begins|start|starts|commence|commences|take effect|in force|beginnt|beginn|anfang|commence|debut|empieza|comienza|inicio)\b/,
  },
  {
    name: "agreement date",
    types: contracts,
    asks: /\b(?:signed(?: on)?|made|concluded|entered into|dated|geschlossen|unterzeichnet|unterschrieben|conclue?|signee?|firmado|firmo|celebrado)\b/,
  },
  {
    name: "governing law",
    types: contracts,
    asks: /\b(?:governing law|(?:which|what) law(?: governs| applies(?: to)?)?|law governs|governs|governed by|applicable law|anwendbares recht|welches recht|welchem recht|droit applicable|quel droit|ley aplicable|que ley)\b/,
  },
  {
    name: "notice period",
    types: contracts,
    asks: /\b(?:notice period|period of notice|(?:how much|how many days|days of) notice(?: period)?(?: (?:is|must be|has to be))?(?: (?:needed|required|necessary|given))?|(?:how much|welche) frist|kundigungsfrist|frist der kundigung|preavis|preaviso)\b/,
  },
  {
    name: "term",
    types: contracts,
    asks: /\b(?:how long|term|duration|runs? for|laufzeit|wie lange|combien de temps|duree|duracion|cuanto (?:dura|tiempo))\b/,
  },
  {
    name: "party",
    types: contracts,
    asks: /\b(?:parties|party|between whom|who (?:is|are) (?:it|the) between|landlord and tenant|vertragspartner|vertragsparteien|parteien|parties|partes)\b/,
  },
  {
    name: "amount due",
    types: bills,
    asks: /\b(?:amount due|balance due|outstanding|still (?:owed?|due|open|to pay|to be paid)|left to pay|remains? to be paid|remaining|reste (?:t il )?(?:a )?(?:payer|regler|du)|solde(?: du)?|net a payer|noch (?:zu zahlen|offen)|offene[rn]? betrag|restbetrag|(?:queda|falta) por pagar|(?:saldo )?pendiente(?: de pago)?)\b/,
  },
  {
    name: "sender",
    types: messages,
    asks: /\b(?:who is (?:it|the [a-z]+) from|from whom|sen[dt]s?|wr[io]tes?|written|schrieb|schickte|sandte|geschrieben|geschickt|gesendet|von wem|ecrit|envoye|de qui|escribio|escrito|envio|mando|de quien)\b/,
  },
  {
    name: "recipient",
    types: messages,
    asks: /\b(?:to whom|addressed to|an wen|a qui|adressee?|a quien|para quien)\b/,
  },
  {
    name: "subject",
    types: messages,
    asks: /\b(?:subject(?: line)?|betreff|objet|asunto)\b/,
  },
  {
    name: "chair",
    types: meetings,
    asks: /\b(?:chair(?:ed|person|man|woman)?|led|leads?|moderated?|moderator|hosted|facilitat(?:ed|or)|presided|leitete|geleitet|leitung|moderierte?|vorsitz(?:ende[rn]?)?|anime|animee|preside|presidee|presidio|dirigio|modero)\b/,
  },
  {
    name: "minutes taker",
    types: meetings,
    asks: /\b(?:took (?:the )?(?:notes|minutes)|note ?taker|minutes? ?taker|wrote the minutes|scribe|protokollierte|protokoll gefuhrt|protokollfuhrer(?:in)?|secretaire(?: de seance)?|redige le (?:proces verbal|compte rendu)|tomo (?:las )?notas|levanto (?:el )?acta)\b/,
  },
  {
    name: "attendees",
    types: meetings,
    asks: /\b(?:attend(?:ed|ees?|ance|ing)?|participants?|participated|present|took part|teilgenommen|teilnehmer(?:innen)?|nahmen? teil|anwesend(?:e)?|presentes?|presents|participe|asistentes?|asistieron|asistio|participaron)\b/,
  },
  {
    name: "absent",
    types: meetings,
    asks: /\b(?:absent|excused|(?:sent )?(?:regrets|apologies)|apologi[sz]ed|missed|fehlten?|gefehlt|abwesend|entschuldigt|absents|excuses|ausentes?|faltaron|falto)\b/,
  },
  {
    name: "rent",
    types: contracts,
    asks: /\b(?:rent|monthly rent|miete|kaltmiete|monatsmiete|loyer|renta|alquiler)\b/,
  },
];

/** Words that go without saying beside a way to ask: "governed by New York law", "how long does it run". */
export const alsoSays: Readonly<Record<string, readonly string[]>> = {
  "governing law": ["law", "laws", "recht", "droit", "ley", "applies", "gilt"],
  "notice period": ["needed", "required", "necessary", "give", "given", "end", "terminate"],
  term: ["run", "runs", "last", "lasts", "valid", "lauft", "gilt", "dauert", "dure", "dura"],
  attendees: ["people", "persons", "took", "part", "leute", "personen", "personnes", "personas"],
  absent: ["sent", "people", "persons"],
  sender: ["email", "mail"],
};

/** Words for what a party of a document did. */
export const doing =
  /^(?:attend|attended|sen[dt]s?|wr[io]tes?|written|governed|chaired|moderated|teilgenommen|geschrieben|geschickt|gesendet|participe|ecrit|envoye|asistio|asistieron|escribio|envio)$/;
