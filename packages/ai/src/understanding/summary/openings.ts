/** Words that refer to what was said before, at the beginning of a sentence, in ten languages. */
const referring = words(`
  other others
  accordingly additionally afterwards also and as besides but consequently conversely either finally further furthermore hence he her here
  hers his however in-addition instead it its lastly likewise meanwhile moreover nevertheless nonetheless otherwise overall she similarly
  still such that the-former the-latter their theirs then thereafter therefore these they this those though thus too unlike yet aber
  allerdings auch außerdem daher damit danach dabei dadurch dafür dagegen dann daran darauf daraus darin darüber dass dementsprechend demnach
  dennoch der-letztere deren deshalb dessen deswegen dies diese diesem diesen dieser dieses doch ebenso er es ferner folglich gleichzeitig
  hierbei hierdurch hierfür hiermit hiervon hierzu ihm ihn ihnen ihr ihre indessen insbesondere insofern jedoch jene jener letztere oder
  schließlich sein seine seitdem sie solche somit sondern sonst sowohl stattdessen trotzdem und weiter weiterhin wir zudem zuletzt zwar ainsi
  alors aussi autre autres bien car ce ceci cela celle celles celui ces cet cette ceux cependant c'est d'autre d'autres de-plus donc elle
  elles en-outre enfin ensuite et il ils leur leurs mais néanmoins par-ailleurs par-conséquent parce pourtant puis sa ses son toutefois además
  ahora así aunque cada dicha dicho dichas dichos él ella ellas ellos entonces esa esas ese eso esos esta estas este esto estos finalmente
  igualmente luego otra otras otro otros pero por-ello por-eso por-lo-tanto por-tanto porque pues sin-embargo su sus también tampoco altra
  altre altri altro anche ciò così dunque ecco egli essa esse essi esso infatti infine inoltre invece loro lui ma però perciò perché pertanto
  poi quello questa queste questi questo quindi sua sue suo suoi tale tali tuttavia bovendien daarbij daardoor daarmee daarna daarnaast daarom
  daarop dan dat deze dit dus echter en hij hierbij hierdoor hiermee hun maar niettemin ook ten-slotte toch verder vervolgens want ze zij zo
  zijn ale bo dlatego dodatkowo gdyż jednak jednakże jego jej lecz następnie natomiast oni one oraz ponadto również stąd tak także tego tym
  więc wtedy zatem além-disso assim contudo desta deste ela elas ele eles então essas esses isso isto mas nesse nesta neste no-entanto porém
  portanto também todavia andra denna dessa det detta därefter därför dessutom dock han hon hans hennes men också samt sedan således vidare
  andre denne desuden derfor derefter dette disse dog hendes også videre
`);

/** Nouns by which a document names itself: "This agreement", "Diese Richtlinie". */
const itself =
  /^(?:(?:in|mit|durch|para|con|avec|dans|met|om|por|af|av|i|w|en|d|n)?\s*(?:the present|this|dieser?|dieses|diesem|cet?|cette|este|esta|questo|questa|dit|deze|ten|ta|to|niniejsz[ay]|detta|denna|dette|denne|o presente|el presente|la presente|le présent|la présente)\s+)(?:agreement|amendment|annex|appendix|article|book|booklet|brochure|certificate|charter|circular|contract|deed|document|directive|edition|e-?mail|form|guide|guidance|guideline|handbook|insurance|invoice|lease|leaflet|letter|licen[cs]e|manual|memo|memorandum|message|newsletter|note|notice|offer|order|page|paper|plan|policy|position|presentation|privacy|procedure|programme|project|proposal|quote|quotation|regulation|release|report|research|review|role|schedule|section|service|specification|standard|statement|study|summary|survey|template|tender|thesis|version|website|work|[\p{L}-]*(?:vertrag|vereinbarung|bericht|dokument|richtlinie|anleitung|handbuch|brief|bescheid|studie|arbeit|satzung|ordnung|angebot|rechnung|plan|protokoll)s?|accord|contrat|convention|rapport|étude|guide|règlement|lettre|contrato|acuerdo|convenio|informe|documento|estudio|manual|política|contratto|accordo|documento|relazione|studio|rapporto|manuale|overeenkomst|verslag|handleiding|beleid|umowa|regulamin|raport|dokument|relatório|acordo|estudo|avtal|avtalet|rapport|aftale|aftalen|rapporten)(?!\p{L})/iu;

/** Lines that open or close a letter or a mail, or thank, and say nothing of the matter. */
const courtesy =
  /^(?:dear|hello|hi|hey|good (?:morning|afternoon|evening)|best|kind(?:est)? regards|regards|sincerely|yours|thanks?|many thanks|thank you|please (?:find|see|do not hesitate|feel free|contact|note that this e-?mail)|if you have any (?:further )?questions|should you have|we look forward|looking forward|i hope|sehr geehrte|liebe[rs]?\s|hallo|guten (?:tag|morgen)|mit freundlichen|freundliche|viele grüße|beste grüße|vielen dank|danke|für rückfragen|bei (?:fragen|rückfragen)|wir freuen uns|anbei|cher|chère|madame|monsieur|bonjour|cordialement|merci|veuillez agréer|je vous prie|nous vous prions|nous restons|estimad[oa]s?|hola|buenos días|saludos|atentamente|gracias|quedamos|gentile|egregi|spett|buongiorno|cordiali|distinti|grazie|restiamo|geachte|beste|hallo|met vriendelijke|hartelijke|dank|alvast|szanown|dzień dobry|z poważaniem|dziękuj|pozdrawiam|prezad|caros?|olá|bom dia|atenciosamente|obrigad|cumprimentos|hej|kära|med vänlig|vänliga|tack|kære|venlig|med venlig|tak for)/iu;

/** True if a sentence can only be understood after the one before it. */
export function isDependent(sentence: string): boolean {
  const start = sentence.replace(/^[^\p{L}]+/u, "");
  if (itself.test(start)) return false;
  const [first = "", second = ""] = start
    .toLowerCase()
    .split(/[\s,;:]+/)
    .map((word) => word.replace(/[.!?]$/, ""));
  return referring.has(first) || referring.has(`${first}-${second}`);
}

/** True for salutations, closing formulas and thanks. */
export function isCourtesy(sentence: string): boolean {
  return courtesy.test(sentence.trim());
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
