import type { DecisionSigns } from "./signs";

const word = (words: string) => new RegExp(`(?<![\\p{L}'’])(?:${words})(?!\\p{L})`, "iu");
const some = "(?:\\p{L}+ ){0,2}";
const weWill = "we(?:['’]ll| will| would)";
const going =
  "(?:['’]re|['’]re all| are)(?: now| just| then| definitely| probably| all)? (?:gonna|going to)";

/** The signs of English. */
export const englishSigns: DecisionSigns = {
  decided: word(
    `we(?:['’]ve| have)? ${some}(?:decided|agreed|chosen|settled|resolved|opted|concluded)`,
  ),
  thinksDecided: word(
    `I (?:think|guess|believe) ${some}we(?:['’]ve| have)? ${some}(?:decided|agreed)`,
  ),
  weWill: word(
    `${weWill} ${some}(?:go|stick|use|take|have|keep|make|drop|leave|do without|skip|postpone|launch|stay|buy|hire|move)`,
  ),
  weAreGoingTo: word(`we${going}`),
  goFor: word("(?:go|going|gone) (?:for|with|ahead)|stick(?:ing)? (?:with|to)|settled? (?:on|for)"),
  letUsChoose: word(
    "let['’]s (?:just |then |all )?(?:go for|go with|stick|use|take|drop|keep|remove|cut|make|settle|agree|scrap|choose|leave)",
  ),
  letUs: word("let['’]s|let us"),
  opensWithSo: /^(?:(?:okay|alright|all right|right|well|yeah|and),? )*so(?!\p{L})/iu,
  thus: word("then"),
  okay: word("okay|ok|alright"),
  thinks: word("I (?:think|guess|suppose|believe|feel)"),
  maybe: word("maybe|perhaps|probably|possibly|might"),
  ifs: word("if|unless|depending|depends"),
  could: word("could|can"),
  should: word("should|ought to|need to|have to|must"),
  not: /(?<!\p{L})(?:not|no|never|without)(?!\p{L})|n['’]t(?!\p{L})/iu,
  wouldSay: word(
    "I(?: would|['’]d) (?:say|suggest|go|vote|propose|recommend|prefer)|my (?:proposal|suggestion|view)",
  ),
  ofTheMeeting: word(
    "meetings?|presentations?|minutes|agenda|questionnaires?|slides?|page|break|lunch|close|item|paper|whiteboard|PowerPoint",
  ),
  earlier: word(
    "last (?:time|meeting|week|month)|previous(?:ly)?|before|already|earlier|yesterday|remember",
  ),
  proceeds: word(
    "start|begin|move on|go (?:back|through|over|on|ahead and)|wrap|see|look|discuss|talk|continue|hear|think|try|come back|get (?:to|into)|next",
  ),
  number: /(?<!\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|half|\d+)(?!\p{L})/iu,
  asks: /\?$/,
  iWill: word("I(?:['’]ll| will|['’]m (?:gonna|going to)| am going to)"),
  you: word("you|your"),
  voted: word("carried|adopted|passed|votes?|voted|approved?|unanimous(?:ly)?|in favou?r"),
  instead: word("instead|rather than"),
  others: word("they|he|she|them|government|people|users?|customers?"),
  yes: word("yes|yeah|yep"),
  we: word("we|us|our"),
  aboutDeciding: /(?<!\p{L})(?:decid|decision|agree|conclu|consensus)/iu,
  clauseOfWe: word(
    "(?:which|that|what|how|whether|when|where|because|so that|'cause) we(?:['’]\\p{L}+)?",
  ),
  willBe: word("(?:gonna|going to|will|['’]ll) be"),
  final: word("definitely|final|finally|settled|agreed|for sure"),
  i: word("I|my|me"),
};
