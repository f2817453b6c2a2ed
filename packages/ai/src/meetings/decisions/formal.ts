import { isGerman } from "../dates/date-words";

/** Words by which people who speak with care propose and resolve. Few say them in passing, so they need no model. */
export type Formal = {
  proposes: RegExp;
  resolves: RegExp;
  earlier: RegExp;
  /** A choice in common words, which is a decision if somebody agrees to it in words of `welcomes`. */
  chooses: RegExp;
  /** Agrees to a matter, where "yes" and "okay" may only mean that somebody listens. */
  welcomes: RegExp;
  /** Speaks of the meeting itself. */
  ofTheMeeting: RegExp;
};

const word = (words: string) => new RegExp(`(?<![\\p{L}'’])(?:${words})(?!\\p{L})`, "iu");

const english: Formal = {
  proposes: word(
    "I(?:['’]d| would)? (?:suggest|propose|recommend|move) (?:that|we|to|postponing|keeping|dropping|using|going)|my (?:proposal|suggestion|recommendation) (?:is|would be)|we(?:['’]re| are) (?:now |definitely )?(?:going|sticking|staying) with",
  ),
  chooses: word(
    "I(?:['’]d| would) (?:rather|suggest|go|vote|say we|propose|prefer)|I (?:suggest|propose|recommend|think we (?:should|can|could|need to|ought to))|let['’]s|(?:shall|should|can|could) we|(?:so|then|okay|right),? (?:we|half|no|just)|we(?:['’]ll| will| should| won['’]t| will not|['’]re (?:not )?going to| are (?:not )?going to| go| use| take| keep| drop)|how about|why don['’]t we",
  ),
  welcomes:
    /(?<!\p{L})(?:agreed|I agree|seconded|(?:that )?makes sense|(?:fine|good|okay|ok) (?:by|with|for) me|works for me|sounds (?:good|great|fine|sensible|reasonable|right)|let['’]s do (?:it|that)|go for it|I['’]m (?:in favou?r|for it|happy with that|fine with that)|I (?:love|like) (?:it|that)|I support)(?!\p{L})/iu,
  ofTheMeeting: word(
    "minutes|agenda|break|next (?:slide|item|point|topic)|start|begin|move on|recording|presentation",
  ),
  resolves: word(
    "we(?:['’]ll| will) (?:postpone|defer|adjourn|put off|table)|we(?:['’]ve| have)? (?:(?:now|all|just|hereby|therefore|jointly) )*(?:decided|agreed|resolved|settled) (?:to|that|on|against|not to)(?= \\p{L})|(?:it|that)(?:['’]s| is) (?:agreed|decided|settled|approved)|(?:agreed|decided|decision|resolved):|(?:the|our) decision is|so agreed|motion (?:is )?(?:carried|passed|approved)|is (?:hereby )?(?:approved|adopted)",
  ),
  earlier: word(
    "last (?:time|week|month|year|meeting|quarter)|previous(?:ly)?|earlier|yesterday|back then|already|as we|haven['’]t|have not|not yet|before we|had decided|had agreed|if we",
  ),
};
const german: Formal = {
  proposes: word(
    "ich (?:schlage|würde) (?:[\\p{L}\\d.,-]+ ){0,8}?vor(?:schlagen)?|schlage ich vor|ich schlage vor|mein vorschlag|ich (?:beantrage|empfehle|plädiere)",
  ),
  chooses: word(
    "dann \\p{L}+en wir|also (?:\\p{L}+ ){0,3}\\p{L}+en wir|(?:\\p{L}+ ){0,4}(?:nehmen|machen|lassen|behalten|bestellen|streichen|verschieben|tauschen|kaufen|verzichten|beauftragen) wir|wir (?:nehmen|machen|lassen|bleiben|behalten|bestellen|streichen|verschieben|tauschen|kaufen|verzichten|beauftragen|verwenden|starten|könnten|sollten)|ich (?:würde|wäre dafür|bin dafür|plädiere|schlage)|(?:sollen|sollten|wollen) wir|lasst uns|lassen sie uns|mein vorschlag|der \\d{1,2}\\. \\p{L}+ (?:passt|geht)",
  ),
  welcomes:
    /(?<!\p{L})(?:einverstanden|dafür|bin (?:ich )?dabei|passt (?:für mich|mir|so)|passt,|so machen wir|machen wir so|klingt (?:gut|vernünftig|sinnvoll)|finde? ich (?:auch )?(?:gut|vernünftig|richtig)|vernünftig|sehe ich (?:auch so|genauso)|das sehe ich auch so|in ordnung|stimme (?:ich )?zu|gute idee|von mir aus|auf jeden fall|für mich auch)(?!\p{L})/iu,
  ofTheMeeting: word(
    "protokoll|tagesordnung|pause|nächste[rnsm]? (?:punkt|thema|folie)|fangen|beginnen|anfangen|weitermachen|schluss|sitzung|aufnahme|besprechen|reden|sprechen",
  ),
  resolves: word(
    "(?:dann )?(?:vertagen|verschieben) wir|wir (?:vertagen|verschieben)|(?:haben|hat) (?:[\\p{L}\\d.,-]+ ){0,8}?(?:beschlossen|entschieden|vereinbart|festgelegt|geeinigt)|(?:ist|wird|sei|gilt) (?:[\\p{L}\\d.,-]+ ){0,5}?(?:beschlossen|entschieden|vereinbart|abgemacht|angenommen|genehmigt|verabschiedet)|wir (?:beschließen|einigen uns|legen (?:[\\p{L}\\d.,-]+ ){0,8}?fest|halten (?:[\\p{L}\\d.,-]+ ){0,8}?fest)|halten wir (?:[\\p{L}\\d.,-]+ ){0,6}?fest|(?:beschluss|entscheidung):|die entscheidung (?:ist|lautet|steht)|(?:das|damit) steht (?:[\\p{L}]+ ){0,3}?fest|so machen wir (?:das|es)|einstimmig",
  ),
  earlier: word(
    "letzte[snrm]? (?:mal|woche|sitzung|monat|jahr|quartal)|vorige[snrm]?|bereits|damals|früher|gestern|noch (?:nicht|nichts|keine?[nrs]?)|nicht (?:entschieden|beschlossen)|bevor|hatten|wenn wir|müssen (?:wir )?(?:noch )?",
  ),
};

/** Returns the words of a language; those of English where there are none. */
export function formalOf(language: string | null): Formal {
  return isGerman(language) ? german : english;
}
