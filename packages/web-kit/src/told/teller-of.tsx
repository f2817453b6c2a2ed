/** Translates a sentence of the server; a sentence that is not known stays as it is. */
export type Tell = (english: string) => string;

/**
 * Returns a translator of the server's English sentences. A name in braces is any text, which is translated in its turn. "{what} is
 * damaged" with "The file" finds the words for both.
 */
export function tellerOf(sentences: Readonly<Record<string, string>>): Tell {
  const known = Object.entries(sentences);
  const exact = new Map(known.filter(([english]) => !english.includes("{")));
  const patterns = known
    .filter(([english]) => english.includes("{"))
    .map(([english, told]) => ({ pattern: patternOf(english), told }));

  return function tell(english: string): string {
    const whole = exact.get(english);
    if (whole !== undefined) return whole;
    for (const { pattern, told } of patterns) {
      const found = pattern.exec(english)?.groups;
      if (found) return told.replaceAll(/\{(\w+)\}/g, (_, name) => tell(found[name] ?? ""));
    }
    return english;
  };
}

function patternOf(english: string): RegExp {
  const source = english
    .split(/(\{\w+\})/)
    .map((part) => (/^\{\w+\}$/.test(part) ? `(?<${part.slice(1, -1)}>.+)` : escaped(part)))
    .join("");
  return new RegExp(`^${source}$`, "su");
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+./?[\\\]^{|}]/g, "\\$&");
}
