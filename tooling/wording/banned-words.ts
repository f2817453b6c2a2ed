/** Words that readers stumble over, with the plain word. */
export const bannedWords: readonly { word: RegExp; plain: string }[] = [
  { word: /\banew\b/i, plain: "again" },
  // A picture of exception; "save a file" stays.
  {
    word: /(,\s*|\b(nothing|nobody|none|all|any|every\w*)\s+)save\b|\bsave (for|that|where|when|if|by|in|as|those|what)\b/i,
    plain: "except",
  },
  { word: /\bnor\b/i, plain: "or, and not" },
  { word: /\bfor ever\b/i, plain: "without end, permanently" },
  { word: /\bin the midst\b/i, plain: "during" },
  { word: /\bwho(m|so)?ever\b/i, plain: "the person who, anyone who" },
  { word: /\btold\b/i, plain: "reported, shown" },
  { word: /\bdeeds?\b/i, plain: "operation" },
  { word: /\bgives\b/i, plain: "returns, sends" },
  { word: /\bstands\b/i, plain: "is" },
  { word: /\blies\b/i, plain: "is" },
  { word: /\bheed(s|ed|ing)?\b/i, plain: "follow, check" },
];

/** Openings that hide the subject; a question may begin with them. */
export const bannedOpening = /^(what|who|whoever|where|how|whether|whose)\b/i;

/** The most words of one sentence. */
export const WORDS_A_SENTENCE = 25;
