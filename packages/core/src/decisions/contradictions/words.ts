/** Words by which a sentence denies what it says, in English and German. */
export const negations =
  /(?<!\p{L})(?:not|never|no|none|cannot|\p{L}+n't|nicht|nie|kein|keine|keinen|keinem|keiner|cancel|cancelled|canceled|drop|dropped|abandon|abandoned|verworfen|abgesagt|gestrichen)(?!\p{L})/u;

/** Words of these that deny nothing. */
export const notNegations =
  /(?<!\p{L})(?:not only|no later than|not later than|no more than|not more than|no less than|not less than|no problems?|no questions?|no objections?|nicht nur|nicht später als|nicht mehr als|nicht weniger als|kein problem|keine frage|keine fragen|keine einwände)(?!\p{L})/gu;

/** Words that make a sentence a condition, a wish or a report of the past. */
export const hedges =
  /(?<!\p{L})(?:if|unless|whether|would|could|might|may|maybe|perhaps|propose|proposed|suggest|suggested|formerly|previously|originally|falls|wenn|ob|würde|würden|könnte|könnten|vielleicht|schlage|vorgeschlagen|früher|bisher|ursprünglich)(?!\p{L})/u;

/** Words that set something aside, with it, up to the end of the clause. */
export const setAside =
  /(?<!\p{L})(?:instead of|rather than|and no longer|no longer|anstelle von|anstatt|statt|und nicht mehr)\s+([^,.;:!?]+)/u;

/** Words that say nothing of the subject: small words, and those by which people decide. */
export const unsaid: ReadonlySet<string> = new Set(
  (
    "a about after again agree agreed all already also am an and another any are as at back be because been being both but by can cannot come did do does doing don't doesn't didn't done each else even every for from get go going good got had has have having he her here him his how i in instead into is it it's its just let let's longer make me more most much must my never new isn't no none not now of off ok okay on once one only or other our out over rather right said same say says see shall she should since so some still such sure than that that's the their them then there these they thing think this those through to too under until up us very was we we'll we're we've well were what when where which while who will with won't yes yet you your " +
    "month months monthly week weekly year yearly day daily per pro monat monate monatlich woche wöchentlich jahr jahre jährlich tag tage täglich " +
    "agreement approve approved confirm confirmed decide decided decision final finally fixed settled therefore " +
    "ab aber alle allem allen aller alles als also am an anderen auch auf aus außerdem bei beim bereits bis bleibt bleiben da damit dann das dass dem den denn der des dich die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas für gegen gut haben habe hat hatte hier ich ihm ihn ihnen ihr ihre im in ins ist ja jede jeden jeder jetzt kann kein keine keinen können machen man mehr mein mich mit muss müssen nach nein nicht nie noch nun nur ob oder ohne schon sehr sein seine sich sie sind so soll sollen sollte sondern statt über um und uns unser unsere unter vom von vor war waren was weil weiter wenn werde werden wie wieder will wir wird wo wollen wurde wurden zu zum zur zwischen " +
    "abgemacht beschlossen beschließen beschluss einig einigen einigung entschieden entscheiden entscheidung endgültig festgelegt vereinbart"
  ).split(" "),
);
