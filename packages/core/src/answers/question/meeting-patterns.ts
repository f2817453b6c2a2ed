/** The thing that a question asks of meetings. */
export type MeetingPart = "decisions" | "actions";

/**
 * A way to ask for decisions or actions, over folded words. The group `who` is the one who decided or is to do it, and `done` the verb that is asked
 * about.
 */
export type MeetingPattern = { part: MeetingPart; language: "en" | "de"; asks: RegExp };

const someone = "(?<who>\\p{L}+(?: (?!have |need |still |finally |ever )\\p{L}+){0,2}?)";
const adverbs = "(?:(?:already|ever|finally|actually|also|still|so far) )?";
const owns = "(?:(?:open|own|next|overdue|done|completed|unfinished|outstanding|current) )*";
const ownsDe =
  "(?:(?:offene[nr]?|nachste[nr]?|uberfallige[nr]?|erledigte[nr]?|eigene[nr]?|aktuelle[nr]?) )*";
const tasks = "(?:action items?|actions?|to dos|to do (?:list|items?)|todos?|tasks)";
const tasksDe = "(?:aufgaben|to dos?|todos?)";
const asked = "(?:what|which|when|why|how|where|has|have|did|was|were|had)";

const en = {
  decisions: [
    `^(?:${asked}) .*?\\b(?:did|have|has|had) ${someone} ${adverbs}decided?\\b`,
    `^(?:did|have|has|had) ${someone} ${adverbs}decided?\\b`,
    `\\b(?:did|have|had) (?:we|i) ${adverbs}(?:agree|agreed)(?: (?:on|to|about|that|in|with|since)\\b|$)`,
    "^who (?:has |had )?decided\\b",
    `^(?:${asked}) (?:.* )?(?:was|were|been|got) ${adverbs}(?:decided|agreed(?: on| upon)?)\\b`,
    `^(?:was|were) (?:it|anything|something) ${adverbs}(?:decided|agreed)\\b`,
    "\\bour (?:\\p{L}+ )?decisions\\b",
    `\\bdecisions? .*?\\b(?:did|have) we ${adverbs}(?:make|made|take|taken|reach|reached)\\b`,
    `^(?:what|which|when) (?:.* )?decisions? .*?\\b(?:was|were|been) ${adverbs}(?:made|taken|reached)\\b`,
  ],
  actions: [
    `\\bmy ${owns}${tasks}\\b`,
    `^(?:(?:what|which)(?: (?:are|were|is))?|list|show(?: me)?|give me|are there|any|who has) (?:.* )?${tasks}\\b`,
    `^how many ${owns}${tasks}\\b`,
    `^(?:\\p{L}+ s )?${owns}${tasks}\\b`,
    `^what (?:do|does|did) (?!we |you |they |one |it )${someone} ${adverbs}owe\\b`,
    `^what (?:do|does|did|is|am|are|has|have) (?!there )${someone} ${adverbs}(?:have to do|need to do|to do|supposed to do|promised?(?: to do)?|left to do|got to do)\\b`,
    "^who (?:wanted|wants|promised|offered|volunteered|is (?:going|supposed)|was (?:going|supposed)|s (?:going|supposed)|is|was) to (?!be\\b)(?<done>\\p{L}+)",
    "^who (?:said (?:he|she|they) (?:would|will)|will|takes care of) (?!be\\b)(?<done>\\p{L}+)",
    "^who (?<done>sends|calls|writes|prepares|asks|books|checks|organises|organizes|arranges|drafts|contacts|orders|updates|uploads|collects|reviews)\\b",
  ],
};

const verbsDe =
  "schickt|sendet|ruft|fragt|schreibt|bereitet|bucht|pruft|organisiert|klart|bestellt|meldet|holt|besorgt|informiert|bespricht";
const de = {
  decisions: [
    "^(?:was|wann|warum|wie|welche[nrs]?|wo|worauf|wofur) (?:.* )?(?:haben|hatten|habe) (?:wir|ich|uns)\\b.*\\b(?:beschlossen|entschieden|vereinbart|ausgemacht|geeinigt|festgelegt)\\b",
    "^(?:haben|hatten|habe) (?:wir|ich)\\b.*\\b(?:beschlossen|entschieden|vereinbart|ausgemacht|geeinigt|festgelegt)\\b",
    "^(?:was|wann|warum|wie) (?:hat|hatte) (?:(?:der|die|das) )?(?<who>\\p{L}+)(?: .*)?\\b(?:beschlossen|entschieden)\\b",
    "^wer (?:hat|hatte)\\b.*\\b(?:beschlossen|entschieden)\\b",
    "^(?:was|wann|warum|wie|welche[rs]?) (?:.* )?(?:wurden?|ist|war|worden)\\b.*\\b(?:beschlossen|entschieden)\\b",
    "\\bunsere[nr]? (?:\\p{L}+ )?(?:beschlusse|entscheidungen)\\b",
    "^(?:was|wann|welche[nr]?) (?:.* )?(?:beschlusse|entscheidungen|beschluss|entscheidung) .*\\b(?:wir|wurden?)\\b.*\\b(?:getroffen|gefasst|gefallt)\\b",
  ],
  actions: [
    `\\bmeine[nr]? ${ownsDe}${tasksDe}\\b`,
    `^(?:(?:was|welche[nr]?|wie viele)(?: (?:sind|waren))?|zeige?(?: mir)?|liste|nenne?(?: mir)?|gibt es|wer hat) (?:.* )?${tasksDe}\\b`,
    `^(?:\\p{L}+s )?${ownsDe}${tasksDe}\\b`,
    "^was (?:muss|soll|sollte|wollte|will|wird) (?<who>\\p{L}+)(?: (?!wenn\\b|um\\b|falls\\b)[\\p{L}\\p{N}]+){0,6}? (?:tun|machen|erledigen)$",
    "^was (?:hat|habe|hatte) (?<who>\\p{L}+)(?: .*)? (?:zu tun|zu machen|zu erledigen|versprochen|zugesagt)$",
    "^was schulde[tn]? (?:mir |uns )?(?!wir\\b|man\\b|mir\\b|uns\\b)(?<who>\\p{L}+)\\b",
    "^wer (?:wollte|will|soll|sollte|wird|kummert sich um|ubernimmt|erledigt|macht)\\b",
    `^wer (?<done>${verbsDe})\\b`,
  ],
};

/** The ways in which a question asks for what was decided, or for what is to be done. */
export const meetingPatterns: readonly MeetingPattern[] = (
  [
    ["en", en],
    ["de", de],
  ] as const
).flatMap(([language, ways]) =>
  (["decisions", "actions"] as const).flatMap((part) =>
    ways[part].map((asks) => ({ part, language, asks: new RegExp(asks, "u") })),
  ),
);

const papers =
  "contracts?|agreements?|lease|policy|clauses?|statutes?|law|bylaws|articles|terms|gdpr|vertrage?s?|mietvertrage?s?|vereinbarung|satzung|gesetz|klausel|police";

/** Words that ask for the rules of a document, for money, or for a step of law. No meeting answers these. */
export const asksElsewhere = new RegExp(
  [
    `\\b(?:in|under|per|by|to|according to|laut|gemass|im|nach|unter) (?:the |this |that |our |its |dem |der |diesem |unserem )*(?:${papers})\\b(?! (?:meeting|call|talk|besprechung))`,
    "\\b(?:clauses?|sections?|klauseln?|paragraf|ziffer|abschnitt)\\b",
    "\\b(?:class|legal|court|corrective|disciplinary|regulatory|enforcement|remedial|preventive|affirmative|causes? of) actions?\\b",
    "\\bactions? (?:plans?|brought|against)\\b",
    "\\b(?:what|which) (?:actions?|tasks) (?:can|may|must|shall|could|might)\\b",
    "\\b(?:decisions?|actions?|tasks) (?:that )?(?:need|needs|require|requires|must|may|shall|can)\\b",
    "\\bhow much\\b|\\bwie ?viel\\b",
    "\\bowe(?:s|d)? .*\\b(?:money|rent|interest|tax|taxes|euros?|dollars?|eur|usd)\\b",
    "\\bschulde[tn]? .*\\b(?:geld|miete|zinsen|steuern?|euro|eur)\\b",
    "\\b(?:have|need) to do (?:if|when|to|in order|under|in case)\\b",
    "\\baufgaben (?:des|der|eines|einer)\\b",
  ].join("|"),
  "u",
);
