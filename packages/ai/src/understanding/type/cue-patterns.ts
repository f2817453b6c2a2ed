/**
 * Words that documents of a kind use about themselves. `heads` are searched for at the start of the first lines, `cues` anywhere.
 * Training sets the weight of each pattern, so a pattern may fit several kinds.
 */
export const heads: Record<string, RegExp> = {
  invoice:
    /^(?:tax |proforma |commercial |sales )?(?:invoice|bill)\b|^(?:rechnung|facture|factuur|fattura|factura|faktura|fatura)\b|your .{0,20}bill$/imu,
  receipt:
    /^(?:official |sales |cash |taxi |payment )?(?:receipt|payment confirmation)|^(?:kassenbon|quittung|reçu|ticket de caisse|kassabon)/imu,
  order:
    /^(?:purchase order|order form|p\.?o\.? ?(?:number|no|#))|^(?:bestellung|bon de commande|inkooporder|orden de compra|pedido)/imu,
  quote:
    /^(?:quotation|quote|estimate|proposal and pricing|price offer)|^(?:angebot|devis|offerte|presupuesto|kostenvoranschlag)|\bquote$/imu,
  agreement:
    /^.{0,60}\b(?:agreement|contract|lease|deed|terms of service|terms and conditions)\b.{0,20}$|^.{0,40}(?:vertrag|contrat|overeenkomst|contrato)\b/imu,
  amendment:
    /^.{0,30}\b(?:amendment|addendum|side letter|supplement(?:al)?)\b|^(?:nachtrag|avenant|addendum)/imu,
  secrecy:
    /^.{0,40}\b(?:non-?disclosure|confidentiality|nda)\b|^(?:geheimhaltung|accord de confidentialité)/imu,
  letter: /^(?:dear|to whom it may concern|sehr geehrte|madame,|monsieur,|geachte|estimad[oa])/imu,
  mail: /^(?:from|von|de|van|sender):.*$[\s\S]{0,300}^(?:to|an|à|aan|subject|betreff|objet|onderwerp|date|sent|gesendet):/imu,
  memo: /^(?:internal |inter-?office )?memo(?:randum)?\b/imu,
  minutes:
    /^.{0,40}\b(?:minutes|protokoll|procès-verbal|notulen|meeting (?:notes|record|summary))\b/imu,
  transcript: /^(?:webvtt|transcript|.{0,40}\btranscript\b)/imu,
  report: /^.{0,50}\breport\b|^.{0,40}(?:bericht|rapport|informe)\b|^executive summary/imu,
  accounts:
    /^.{0,50}\b(?:balance sheets?|income statements?|statements? of (?:operations|income|cash flows?|financial|comprehensive|profit)|profit and loss|financial statements?|annual accounts)\b|^(?:bilanz|jahresabschluss|compte de résultat|jaarrekening)/imu,
  statement:
    /^.{0,40}\b(?:account statement|statement of account|bank statement|current account|credit card statement)\b|^(?:kontoauszug|relevé de compte|rekeningafschrift|extracto)/imu,
  pay: /^.{0,30}\b(?:pay ?slip|pay ?stub|wage slip|salary slip|earnings statement)\b|^(?:entgeltabrechnung|gehaltsabrechnung|lohnabrechnung|bulletin de paie|loonstrook|nómina)/imu,
  tax: /^.{0,50}\b(?:tax return|tax assessment|wage and tax|vat return|form (?:w-?2|w-?9|1040|1099|990)|schedule k)\b|^(?:einkommensteuer|steuerbescheid|avis d'imp)/imu,
  resume: /^(?:curriculum vitae|résumé|resume|lebenslauf|cv)\b|^.{0,40}\bcv$/imu,
  job: /^.{0,40}\b(?:job (?:description|profile|posting)|position description|vacancy|we are hiring|we're hiring)\b|^(?:stellenausschreibung|offre d'emploi|vacature)/imu,
  policy:
    /^.{0,50}\b(?:policy|code of conduct|standard|guidelines?|privacy notice)\s*$|^(?:richtlinie|politique|beleid)/imu,
  manual:
    /^.{0,50}\b(?:manual|user guide|instructions|handbook|installation guide|getting started|how to)\b|^(?:bedienungsanleitung|gebrauchsanweisung|mode d'emploi|handleiding)/imu,
  specification:
    /^.{0,60}\b(?:specifications?|data ?sheet|requirements|api reference)\b|^(?:lastenheft|pflichtenheft|cahier des charges)/imu,
  form: /^.{0,50}\b(?:form|application|questionnaire|registration|request|survey)\s*$|^(?:antrag|anmeldung|formulaire|formulier)/imu,
  certificate:
    /^.{0,40}\b(?:certificate|certification|diploma)\b|^(?:urkunde|bescheinigung|zertifikat|attestation|certificat)/imu,
  identity:
    /^.{0,30}\b(?:passport|driving licence|driver'?s? licen[cs]e|identity card|residence permit|non-driver id)\b|personalausweis|carte nationale d'identité/imu,
  insurance:
    /^.{0,50}\b(?:insurance|assurance policy|policy (?:schedule|document)|coverage form|declarations)\b|^(?:versicherungsschein|police d'assurance)/imu,
  court:
    /\b(?:in the .{0,40}court|district court|court of|plaintiff|versus|case no|claim no)\b|^(?:landgericht|amtsgericht|tribunal)|^(?:complaint|order|affidavit|motion|summons|judgment)\b/imu,
  paper: /^(?:abstract|keywords|arxiv)\b|^doi\b/imu,
  plan: /^.{0,40}\b(?:project plan|work ?plan|launch plan|programme|roadmap|charter|implementation plan|action plan)\b|^projektplan/imu,
  ticket:
    /^(?:ticket|bug|issue|case|incident|inc|feature request|störungsmeldung)\b|^[A-Z]{2,6}-\d+\b/imu,
  agenda:
    /^(?:agenda|outline|overview|next steps|questions\??|q&a|thank you!?|slide \d+|überblick|fragen\?)\s*$/imu,
};

export const cues: Record<string, RegExp> = {
  invoiceNumber:
    /(?:invoice|bill|rechnungs?|facture|factuur)[ -]?(?:no|nr|number|nummer|n°|#|ref)/giu,
  amountDue:
    /(?:amount|total|balance)[ \w]{0,12}\b(?:due|payable)|zahlbar|net à payer|te betalen|gesamtbetrag|please pay|remit/giu,
  paid: /\b(?:paid|payment received|thank you for your purchase|change due|cash|visa|mastercard|card ending|bar|rückgeld)\b/giu,
  till: /\b(?:subtotal|cashier|server|table \d|kasse|store #|terminal|auth code|tip)\b/giu,
  tax: /\b(?:vat|gst|mwst|ust|tva|btw|sales tax|iva)\b/giu,
  quantity:
    /\b(?:qty|quantity|unit price|unit|menge|einzelpreis|qté|quantité|aantal|line total|extended)\b/giu,
  order:
    /\b(?:purchase order|p\.?o\.? (?:no|number)|ship to|deliver(?:y|ed)? (?:date|by)|vendor|requisition|please (?:supply|deliver)|bitte liefern|liefertermin)\b/giu,
  offer:
    /\b(?:valid (?:until|for)|offer (?:is|expires)|estimate[ds]?|pleased to (?:offer|submit|quote)|gültig bis|freibleibend|we can offer)\b/giu,
  parties:
    /\b(?:by and (?:between|among)|hereinafter|the parties|party of|between .{3,60} and .{3,60}\()/giu,
  whereas: /\b(?:whereas|witnesseth|now,? therefore|in witness whereof|hereby agree|recitals)\b/giu,
  shall: /\bshall\b/giu,
  clauses:
    /\b(?:governing law|indemnif\w+|force majeure|termination|entire agreement|severability|assignment|warrant(?:y|ies)|liability|arbitration|gerichtsstand|kündigung|vertragspartei\w*)\b/giu,
  section: /^(?:§|section|article|artikel|clause)\s*\d+/gimu,
  amend:
    /\b(?:amended|amends|amendment|deleted in its entirety|replaced with|full force and effect|restated|in abänderung|im übrigen|extended until|as amended)\b/giu,
  secret:
    /\b(?:confidential information|receiving party|disclosing party|trade secrets?|non-?disclosure|confidentiality|keep .{0,30}(?:secret|confidential)|vertrauliche informationen|geheim)\b/giu,
  salutation: /^(?:dear |hi\b|hello\b|sehr geehrte|hallo|good morning|liebe[r]? )/gimu,
  closing:
    /^(?:yours (?:sincerely|faithfully|truly)|sincerely|kind regards|best regards|regards|best wishes|with best wishes|mit freundlichen grüßen|cordialement|best,|thanks|cheers|viele grüße)/gimu,
  mailHeader:
    /^(?:from|to|cc|bcc|subject|date|sent|reply-to|message-id|von|an|betreff|gesendet): /gimu,
  mailQuote: /^>|^on .{5,60} wrote:|forwarded message|original message|^(?:re|fw|fwd|aw): /gimu,
  address: /@[\w-]+\.[a-z]{2,}/giu,
  memo: /\b(?:memo(?:randum)?|to: ?all|all (?:staff|employees)|effective immediately|please (?:note|be aware|make sure|pass this on))\b/giu,
  attendance:
    /\b(?:present|apologies|attendees|in attendance|participants|anwesend|absent|quorum|chair(?:ed)?)\b/giu,
  decisions:
    /\b(?:resolved|action items?|decided|agreed (?:that|to)|motion|seconded|next meeting|minutes|beschluss|einstimmig|any other business|adjourned|follow-?up)\b/giu,
  speaker:
    /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\]?\s*)?(?:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}|[A-Z]{2,}(?: [A-Z]+)?|speaker \d+)(?:, [A-Z]+)?: /gmu,
  timestamp: /\b\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?\b|-->|^speaker \d|^\[\d+:\d+/gimu,
  spoken: /\b(?:um|uh|yeah|okay|mm-?hmm|you know|i mean|gonna|well,|right,|sort of|kind of)\b/giu,
  findings:
    /\b(?:executive summary|findings|recommendations?|conclusions?|recommend|background|overview|key (?:findings|figures)|per cent|compared with|figure \d|table \d)\b/giu,
  accounts:
    /\b(?:total assets|liabilities|shareholders'? equity|net income|gross profit|operating (?:profit|income|expenses)|depreciation|cash flows?|accounts (?:receivable|payable)|retained earnings|earnings per share|anlagevermögen|umsatzerlöse|jahresüberschuss)\b/giu,
  banking:
    /\b(?:opening balance|closing balance|balance (?:brought|carried) forward|direct debit|standing order|withdrawals?|deposits?|sort code|kontostand|lastschrift|virement|solde|overdraft|statement period|minimum payment)\b/giu,
  pay: /\b(?:gross pay|net pay|basic (?:pay|salary)|national insurance|withholding|overtime|deductions|social security|medicare|paye|pay (?:period|date)|take-home|lohnsteuer|netto|nettoverdienst|brut|provident fund|year to date)\b/giu,
  taxForm:
    /\b(?:taxable income|tax year|taxpayer|employer identification|ein|irs|hmrc|finanzamt|filing status|adjusted gross|box \d+|line \d+|omb no|tax (?:due|payable|withheld)|steuernummer)\b/giu,
  career:
    /\b(?:work (?:experience|history)|experience|education|skills|references|employment history|berufserfahrung|ausbildung|kenntnisse|internship|bachelor|bsc|msc|ph\.?d|languages|profile|portfolio|publications)\b/giu,
  hiring:
    /\b(?:responsibilities|requirements|we offer|your profile|candidates?|apply|application|salary|equal opportunity|reports to|duties|qualifications|join our team|ihre aufgaben|wir bieten|bewerbung|benefits|closing date)\b/giu,
  rules:
    /\b(?:must|must not|may not|applies to|policy|compliance|prohibited|responsible for|approved by|scope|purpose|violations?|disciplinary|not (?:allowed|permitted|tolerated))\b/giu,
  privacy:
    /\b(?:personal (?:data|information)|cookies|data protection|third parties|privacy|gdpr|consent)\b/giu,
  steps:
    /\b(?:step \d|press|click|select|screw|switch (?:on|off)|connect|remove|install|unpack|turn|make sure|before (?:first )?use|drücken sie|then)\b/giu,
  warning:
    /\b(?:warning|caution|danger|achtung|note:|risk of|troubleshooting|maintenance|fehlerbehebung)\b/giu,
  requirements:
    /\b(?:the system (?:shall|must|should)|requirement|req-?\d|tolerance|interface|parameter|shall (?:support|provide|respond|be able)|must (?:support|provide)|default|endpoint|protocol)\b/giu,
  units: /\d\s?(?:mm|cm|kg|g|°c|v|ma|hz|khz|mhz|ghz|bar|ms|w|kw|nm|µm|ml|kb|mb|db|rpm)\b/giu,
  blanks: /_{3,}|\.{6,}|[☐□❏]|\[ ?\]|\( ?\)|__\/__/gu,
  fill: /\b(?:please (?:complete|fill|tick|print)|block (?:capitals|letters)|tick|check (?:one|all)|signature|signed|unterschrift|ankreuzen|date of birth|surname|first name|for (?:office|official|hr) use)\b/giu,
  certify:
    /\b(?:certif(?:y|ies|ied|icate)|hereby (?:certify|bescheinigt)|has (?:successfully )?(?:completed|passed|been assessed)|conforms? to|complies with|awarded|bescheinigt|registrar|accredit\w+|expiry date)\b/giu,
  identity:
    /\b(?:passport|nationality|given names?|place of birth|date of (?:issue|expiry)|surname|driving licence|sex [fm]|hgt|dob|staatsangehörigkeit|holder)\b|[A-Z0-9]{5}<<|<{3,}/gu,
  insurance:
    /\b(?:policyholder|insured|insurer|premium|deductible|excess|sum (?:insured|assured)|coverage|cover|exclusions?|claims?|endorsement|copay|beneficiary|we will (?:not )?pay|versicherungsnehmer|selbstbeteiligung|peril)\b/giu,
  court:
    /\b(?:plaintiffs?|defendants?|claimant|respondent|court|judge|jury|motion|complaint|alleges?|counsel|hereby ordered|so ordered|jurisdiction|affidavit|sworn|appell\w+|judgment|kläger\w*|beklagte\w*|urteil|v\.)\b/giu,
  scholarly:
    /\b(?:abstract|introduction|methods?|results|discussion|references|et al|we (?:show|find|propose|present|study|investigate)|significant(?:ly)?|p ?[<=] ?0?\.\d+|keywords|hypothes[ie]s|experiments?|data ?sets?|baselines?|doi|journal|participants|ci\b)/giu,
  citation: /\[\d+(?:[,–-]\s?\d+)*\]|\(\w+ et al\.?,? \d{4}\)|\(\w+,? (?:19|20)\d{2}\)/gu,
  press:
    /\b(?:said|told reporters|spokes(?:man|woman|person)|announced|according to|officials|authorities|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|reporters?|newspaper|sprecher|teilte|analysts)\b/giu,
  dateline: /^[A-Z][A-Za-z .]{2,20}(?:, [A-Z][\w.]+ \d{1,2}| \([a-z]{2,8}\)) ?[-–—]/gmu,
  quoted: /[“„"][^"”“„]{20,}[”“"]/gu,
  advert:
    /\b(?:discover|free|new|save|order now|shop now|book (?:now|your)|today|don't miss|start your|trial|% off|love|award-winning|imagine|unsubscribe|limited|enjoy|win|best|exclusive|jetzt|visit our|sign up|learn more|join (?:over|thousands))\b/giu,
  exclaim: /!(?:\s|$)/gu,
  planning:
    /\b(?:milestones?|work packages?|wp ?\d|deliverables?|phase \d|gantt|timeline|stakeholders?|dependenc(?:y|ies)|mitigation|critical path|rollout|pilot|owner|objectives|scope|weeks? \d+|meilenstein\w*|kick-?off|go-?live|budget)\b/giu,
  ticket:
    /\b(?:status|priority|assigned|assignee|severity|reporter|requester|steps to reproduce|expected (?:result|behaviou?r)|actual (?:result|behaviou?r)|resolved|resolution|labels|work notes|opened|closed|queue|sla|stack trace|component)\b/giu,
  bullets: /^[ \t]*(?:[-•*–▪◦✓]|\d+[.)])\s+/gmu,
  numbered: /^[ \t]*\d+(?:\.\d+)*[.)]?\s+\p{Lu}/gmu,
  clauseNumber: /^[ \t]*(?:\d+\.\d+|\([a-z]\)|\([ivx]+\)|[A-Z]\.)\s+\p{L}/gmu,
  keyValue: /^[\p{L}][\p{L} .'/-]{1,30}:\s*\S/gmu,
  recipe:
    /\b(?:flour|butter|eggs?|sugar|bake|oven|once upon a time|lorem ipsum|minutes at|spoon)\b/giu,
  narrative: /\b(?:he|she|they|was|were|had|could|did)\b/giu,
};
