import type { Cues } from "./cues";

/** Verbs of things that are done after a meeting. */
const deeds =
  "(?:re)?send|re(?:cut|write|do|work|build|run|design|record|schedule|order|place|new)|e-?mail|mail|write(?: up| down)?|draft|re-?draft|prepare|check|double-?check|find(?: out)?|look (?:into|at|up|for|through)|" +
  "contact|call|phone|ring|ask|talk (?:to|with)|speak (?:to|with)|get (?:back|in touch|hold|you|the|a|some|that|those|it)|follow up|set (?:up|it up|that up)|" +
  "organi[sz]e|arrange|schedule|book|order|buy|update|upload|share|circulate|forward|distribute|post|publish|review|read|revise|edit|fix|correct|" +
  "finish|complete|finali[sz]e|create|make (?:a|an|the|sure|some|those|that|one|our|my|it)|build|design|develop|implement|test|try (?:to|and|out)|research|investigate|explore|" +
  "analy[sz]e|calculate|compare|collect|gather|put (?:together|up|it|that|them|in a|a|the|my|our|these|those)|add|remove|submit|file|sign|pay|invite|inform|notify|" +
  "tell|let (?:you|them|him|her|everyone|everybody|the)|report|present|work (?:on|out)|take (?:care|on|over|that on|the action|an action|that one|this one|it on|a look|that away)|" +
  "handle|deal with|do (?:that|it|this|the|a|some|those|these|one)|be (?:working|looking|doing|sending|writing|preparing)|come up with|bring|provide|deliver|circle back|clarify|confirm|" +
  "document|produce|specify|plan|propose|recruit|hire|train|translate|transcribe|record|run|copy|print|scan|type(?: up)?|start (?:working|on|with the)|continue|reach out|chase|ping|raise|escalate|close|open (?:a|an|the) (?:ticket|issue|account)|own|drive|lead|consult|evaluate|verify|sort(?: out)?|figure (?:(?:it|that|this) )?out|summari[sz]e|communicate|tidy|clean up|go over (?:it|that|this) again";
const soon =
  "(?:\\s+(?:also|then|just|probably|definitely|certainly|gladly|happily|personally|quickly|have to|need to|try to|try and|go and|go ahead and|go|get to|be able to|make sure to|want to))*";
const will =
  "(?:'ll|’ll| ?'ll| will| shall|'m going to|’m going to| am going to|'m gonna|’m gonna| am gonna)";

/** The words of English meetings. */
export const english: Cues = {
  commits: new RegExp(
    `(?<![\\p{L}'’])I\\s?${will}${soon}\\s+(?:${deeds})(?!\\p{L})|(?<![\\p{L}'’])I promise to\\s+\\p{L}|(?<!\\p{L})(?:leave (?:it|that) (?:with|to) me|I(?:'m| am) on it|consider it done|I(?:'ve| have) got (?:that|this) one|that(?:'s| is) on me|action(?: item)? (?:for|on) me)(?!\\p{L})`,
    "iu",
  ),
  offers: new RegExp(
    `(?<![\\p{L}'’])I(?:\\s(?:can|could|should|must|need to|have to|have got to|want to|plan to|intend to|was going to)|(?:'d| would) (?:like|be happy|be glad) to|(?:'ve| have) got to)${soon}\\s+(?:${deeds})(?!\\p{L})`,
    "iu",
  ),
  requests: new RegExp(
    `(?<!\\p{L})(?:(?:can|could|would|will) you(?: guys| all)?(?: please| maybe| perhaps| also| just)*|would you mind|do you mind|please|I(?:'d| would) (?:like|want) you to|I (?:want|need) you to|you(?:'ll| will| should| need to| have to| must| are going to|'re going to| are gonna|'re gonna))${soon}\\s+(?:${deeds})(?:ing)?(?!\\p{L})`,
    "iu",
  ),
  told: /(?<!\p{L}|(?:what|whatever|which|as|than|if) )(?:you(?: two| guys| all| both)?|(?:the two|both|each|all) of you)(?:['’]ll| will|['’]re| are|['’]ve)?(?:,? \p{Lu}\p{L}+(?: and \p{Lu}\p{L}+)?,?)?(?: (?:the ones? (?:that|who)(?:['’]s| is| are)?|going to|gonna|gotta|got to|be|have to|need to|get to|just|go and|all|both))*\s+(?:working on|working out|working together|doing|preparing|writing|designing|looking (?:at|into)|work (?:on|out|together)|prepare|write|design|look into|find out|go back to|play with|do (?:the|some|a))(?!\p{L})/iu,
  wants:
    /(?<!\p{L})(?:please|that would be|that'd be|thank|thanks|go ahead|do that|you should|perfect|brilliant|lovely)(?!\p{L})/iu,
  accepts:
    /^(?:(?:and|so|well|oh|um|uh|okay|ok|alright|yes|yeah|yep),?\s+)*(?:yes|yeah|yep|yup|sure|okay|ok|alright|of course|absolutely|certainly|definitely|no problem|will do|fine|right|I will|I'll|I can|gladly|happy to|mm-?hmm|got it|on it|perfect|great)(?!\p{L})/iu,
  acceptsStrongly:
    /(?<!\p{L})(?:will do|I'll do (?:it|that|this)|I can do (?:it|that|this)|sure,? I(?:'ll| can| will)|yes,? I(?:'ll| can| will)|yeah,? I(?:'ll| can| will)|okay,? I(?:'ll| can| will)|happy to|consider it done|leave (?:it|that) (?:with|to) me|I'll take (?:it|that|care)|on it)(?!\p{L})/iu,
  namedDoes: `(?:\\s?(?:'ll|’ll)|,?\\s+(?:will|shall|is going to|is gonna|is to|has agreed to|agreed to|needs to|has to|have to|should|must|you(?:'ll| will| are going to|'re going to| need to| have to| should))|'s going to|’s going to|'s gonna)${soon}\\s+(?:${deeds}|be (?:in charge|responsible))(?!\\p{L})`,
  tasks: new RegExp(
    `(?<!\\p{L})(?:(?:action (?:item|point)s?(?: is| for|:)|as an action (?:item|point))|to-?do(?: is|:)|(?:we|someone|somebody|one of us)(?:'ll| will| must| should| needs? to| have to| has to|'ve got to| have got to)${soon}\\s+(?:${deeds}))(?!\\p{L})`,
    "iu",
  ),
  noTask:
    /(?<!\p{L})(?:if I were|I'll (?:just )?(?:say|show|give you|go (?:back|through|over|first|next)|read (?:it|this|that|out)|ask you|tell you)|I'll start with|(?:I(?:['’]m (?:gonna|going to)| will|['’]ll)) (?:let you|ask you to|write (?:that|it|this)(?: one)? (?:down|in|on)|make a (?:new )?(?:blank )?(?:sheet|page))|I(?:['’]m (?:gonna|going to)| will|['’]ll) (?:continue|inform you|present|describe|explain|introduce|review the|go (?:on|over|through)|move on|mark|rate|create (?:desire|demand)|read out|write (?:it|that|this) (?:down|up) here|make it an? (?:one|two|three|four|five|six|seven))|(?:here|there|right away now)[.!]?$|I'll keep (?:it|this) (?:short|brief|quick)|right now|at the moment|on the (?:next )?slide|in a (?:second|minute|moment|sec)|(?:what|all|which|where|how) (?:basically )?I(?:'m|'ll| am| will)|talk(?:ing)? to you about|I'm gonna (?:talk|show|go through|start)|you know|would have|could have|should have|if (?:I|you|we|they|he|she|it)|have to (?:inform|tell you|say|admit|call this)|make a (?:note|proposal|suggestion|point)|make it (?:short|quick|brief)|tell (?:you )?(?:something|a bit|a little)|invite .{1,60} to (?:discuss|present|talk|speak)|I'll just(?! (?:send|mail|e-mail|put my|put our|write))|once (?:I|you|we|they|it)|(?:keep|take|taking|keeping|do|doing) (?:the )?notes|(?:keep|keeping|take|taking) (?:the )?minutes|close (?:it|them|that|this|'em)|when I|what if|suppose|let's say|for example|pretend|imagine|as I said|usually|always|never|won't|can't|don't|not going to|try to be|he said|she said|they said|hopefully not|the user|users|people will|the customer|customers)(?!\p{L})/iu,
  decides:
    /(?<!\p{L})(?:we(?:'ve| have)?(?: all)?(?: now| just)? (?:decided|agreed|resolved|settled|concluded|chosen|opted)(?: (?:to|on|that|for|upon|with))?|(?:it's|it is|that's|that is|so that's|is) (?:agreed|decided|settled|final|approved)|(?:the|our|final) decision (?:is|was|then)|we(?:'ll| will|'re going to| are going to|'re gonna)(?: just| then| definitely| probably| all)* (?:go (?:with|for|ahead)|stick (?:with|to)|use|take|drop|skip|choose|leave (?:it|that|out)|keep|postpone|make it|have (?:a|an|the|two|three|just|only)|do without)|let's (?:just |then )?(?:go (?:with|for|ahead)|stick (?:with|to)|settle (?:on|for)|agree (?:on|to|that)|take|use|keep|drop|choose|leave (?:it|that) (?:at|as|like|out)|make it|call it|do (?:it|that) (?:that way|like that|then))|(?:so|then|okay),? we(?:'re| are) (?:going with|having|using|agreed|taking|doing|keeping|dropping)|motion (?:is |was )?(?:carried|agreed|approved|passed)|we approve|I(?:'m| am) approving|approved)(?!\p{L})/iu,
  proposes:
    /(?<!\p{L})(?:I (?:would )?(?:suggest|propose|recommend|vote|say|think we (?:should|could|can|need|ought))|(?:my|the) (?:proposal|suggestion|recommendation) is|(?:shall|should|could|can) we (?:just |then )?(?:say|go|use|take|agree|keep|drop|make|do|have|move)|how about|why don't we|what about (?:if we|just|using|having)|maybe we (?:should|could)|we (?:should|could|might) (?:just |then |probably |maybe )*(?:go|use|take|have|make|put|keep|drop|do|say)|let's)(?!\p{L})/iu,
  agrees:
    /^(?:(?:and|so|well|oh|um|uh|ah),?\s+)*(?:yes|yeah|yep|yup|sure|okay|ok|alright|all right|agreed|I agree|absolutely|exactly|definitely|sounds (?:good|great|fine)|fine|good(?: idea)?|great|perfect|right|that works|works for me|of course|mm-?hmm|that's (?:fine|good|right|great|a good idea)|me too|I'd go for that|true|fair enough|seconded|I second|(?:that )?makes sense|go for it)(?!\p{L})/iu,
  objects:
    /^(?:(?:and|so|well|oh|um|uh|ah|yeah|yes|okay|hm+),?\s+)*(?:no|nope|but|I (?:don't|do not) (?:think|agree|like|know)|I disagree|not (?:sure|really|necessarily)|I'm not sure|the problem (?:is|with)|I'm against|wait|hang on|hold on|rather not|that (?:won't|doesn't|wouldn't) work|actually,? no)(?!\p{L})/iu,
  noDecision:
    /(?<!\p{L})(?:(?:last|previous) (?:time|meeting|week)|haven't (?:decided|agreed)|have not (?:decided|agreed)|not (?:yet )?(?:decided|agreed|final)|need to (?:decide|agree)|have to (?:decide|agree)|should decide|can't decide|before we decide|(?:if|that|which|what|how|when|where|whether|because|so that) we(?:'re| are|'ll| will|'ve|'d)?(?: gonna| going to)?|let's (?:see|say|talk|look|discuss|start|move on|hear|think|continue|go (?:back|through|over|on to)|take a (?:look|break)|take (?:a )?(?:ten|five)))(?!\p{L})/iu,
  unknown:
    /(?<!\p{L})(?:(?:I )?(?:don't|do not|dunno|didn't) (?:really |actually )?know|no idea|not sure|I'm not sure|good question|have to (?:check|find out|ask|look)|need to (?:check|find out|ask|look into)|we'll (?:see|have to see|find out)|(?:let's )?come back to (?:that|it|this)|I can't (?:say|answer)|hard to say|unclear|nobody knows|remains (?:open|to be seen)|take (?:that|it) offline|park (?:that|it|this))(?!\p{L})/iu,
  openQuestion:
    /(?<!\p{L})(?:(?:an |one |the )?open (?:question|issue|point)s?(?: is| remains|:)|(?:the|one|another|a) (?:big |main |other )?question (?:is|remains|that remains)|we (?:still )?(?:don't|do not) (?:yet )?know (?:if|whether|how|what|when|who|which|where|why)|(?:still )?(?:need|have) to (?:find out|figure out|clarify|decide|work out) (?:if|whether|how|what|when|who|which|where|why)|(?:it's|it is|that's|still) (?:still )?(?:unclear|open|not clear) (?:if|whether|how|what|when|who|which))(?!\p{L})/iu,
  asks: /^(?:(?:and|so|but|well|okay|ok|um|uh|oh|then|now),?\s+)*(?:who|what|when|where|why|how|which|whose|do|does|did|is|are|was|were|can|could|should|shall|will|would|have|has|any)(?!\p{L})/iu,
  movesOn:
    /(?<!\p{L})(?:next (?:item|point|topic|thing|question|up|on the agenda|slide)|mov(?:e|ing) on|let's (?:talk about|move on|turn to|go on to|start with|discuss)|on to (?:the|our)|turn(?:ing)? to|the (?:first|second|third|last|next) (?:item|point|topic|thing)|agenda|another (?:thing|topic|point)|shall we (?:start|begin|move)|before we (?:finish|close)|any other business|to sum up|in summary)(?!\p{L})/iu,
  blocked:
    /(?<!\p{L})(?:(?:we(?:'re| are)|I(?:'m| am)|it(?:'s| is)|this is|that(?:'s| is)|still|completely|currently) (?:\p{L}+ )?(?:blocked|stuck|at an impasse)|block(?:er|ed by)|(?:can't|cannot|can not|unable to) (?:proceed|continue|start|move (?:on|forward)|go (?:on|ahead)|do (?:anything|this|that)|decide) (?:until|unless|without|before)|waiting (?:for|on) (?:the|a|an|them|him|her|legal|approval|\p{Lu})|(?:held|holding) (?:us )?up|deadlock)/iu,
  followUp:
    /(?<!\p{L})(?:follow[- ]?up (?:meeting|call|session)|meet again|(?:next|another) (?:meeting|call|session) (?:will|is|to|on|we)|let's (?:meet|reconvene|talk again|pick (?:this|it) up|continue (?:this|next))|pick (?:this|it|that) up (?:again|next|on|in)|we'll (?:meet|discuss|talk about|revisit|come back to) (?:\p{L}+ ){0,4}(?:next|again|tomorrow|on \p{L}+day)|reconvene)(?!\p{L})/iu,
  afterwards:
    /(?<!\p{L})(?:next (?:meeting|time|week|session|call)|until then|by then|by next|instructions|action (?:items?|points?)|individual (?:actions?|work)|next (?:thirty|\d+) minutes|in (?:thirty|\d+) minutes|after (?:this|the) meeting|coach)(?!\p{L})/iu,
  informs:
    /(?<!\p{L})(?:just (?:wanted )?to (?:update|inform|let you know|give you an update)|for your information|(?:quick|status|short|brief) update|no (?:action|decision)s? (?:is |are )?(?:needed|required)|(?:this|it)(?:'s| is) just (?:for information|an update|informational)|nothing to decide)(?!\p{L})/iu,
  postponed:
    /(?<!\p{L})(?:(?:no|without a) (?:decision|conclusion|result|agreement)(?: today| yet| was| has)?|didn't (?:get to|decide|agree|reach)|did not (?:decide|agree|reach)|haven't (?:reached|decided|agreed)|postpone|let's leave (?:it|this|that) (?:open|for (?:now|today|next))|adjourn|ran out of time|table (?:this|that|it) for|inconclusive)(?!\p{L})/iu,
  tones: {
    pleased:
      /(?<!\p{L})(?:(?:very |really |so )?(?:happy|glad|pleased|delighted|excited|thrilled) (?:with|about|to|that|how)|(?:I|we) (?:really )?(?:love|like) (?:it|this|that|the)|(?:fantastic|excellent|brilliant|wonderful|amazing|impressive|great (?:job|work|news|result)|well done)|proud of|went (?:really |very )?well)(?!\p{L})/iu,
    confident:
      /(?<!\p{L})(?:(?:very |quite |pretty |fairly |absolutely )?(?:confident|optimistic|convinced|certain) (?:that|we|about|it|this|in)|I(?:'m| am) (?:very |quite |pretty |absolutely )?sure (?:that|we|it|this)|no doubt|will definitely (?:work|make|manage)|we can (?:definitely|easily|certainly)|on track|ahead of (?:schedule|plan))(?!\p{L})/iu,
    worried:
      /(?<!\p{L})(?:worr(?:y|ied|ies|ying)|concern(?:s|ed|ing)?|afraid|nervous|uneasy|anxious|scar(?:y|ed)|risky?|fear|doubt(?:s|ful)?|(?:too |very |really )tight|behind schedule|running out of|(?:might|may|will) not (?:make|manage|finish|hold|be ready)|won't (?:make|manage|finish|hold|be ready))(?!\p{L})/iu,
    annoyed:
      /(?<!\p{L})(?:annoy(?:ed|ing|s)|frustrat(?:ed|ing|es)|fed up|ridiculous|unacceptable|angry|upset|disappoint(?:ed|ing)|sick of|tired of|terrible|awful|waste of (?:time|money)|(?:again|still) (?:broken|late|not (?:done|working|fixed))|for the (?:third|fourth|tenth|hundredth) time)(?!\p{L})/iu,
  },
  negation:
    /(?<!\p{L})(?:not|no|never|n't|don't|doesn't|didn't|isn't|aren't|wasn't|without|hardly|nothing)(?!\p{L})[^,.;]{0,25}$/iu,
};
