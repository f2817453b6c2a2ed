const asks =
  /^\s*(?:what (?:is|are|does)|define|was (?:ist|sind)|qu'est-ce que|qué (?:es|son))\s+(?:an?\s|the\s|ein(?:e|en)?\s|une?\s|una?\s)?["“„«]?([^?"”“»]{2,60}?)["”“»]?(?:\s+(?:mean|stand for))?\s*\??\s*$/iu;

/** Returns the term that a question asks to explain, or null if it asks for something else. */
export function termToDefine(question: string): string | null {
  const term = asks.exec(question)?.[1]?.trim() ?? null;
  return term && term.split(/\s+/).length <= 5 ? term : null;
}

/** True for a sentence that says what a term is. */
export function isDefining(sentence: string, term: string): boolean {
  const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  const verb =
    "(?:means?|is|are|refers to|denotes|shall mean|has the meaning|bedeutet|ist|sind|désigne|signifie|significa|es|son)";
  return new RegExp(`["“„«']?\\b${escaped}["”“»']?\\s+(?:\\([^)]*\\)\\s+)?${verb}\\b`, "iu").test(
    sentence,
  );
}
