const marks =
  /\{[a-z_ ]{2,24}\}|<[a-z_ ]{2,24}>|\[(?:inaudible|crosstalk|laughter|music|silence|applause|unverständlich|gelächter|lachen)[^\]]{0,20}\]/giu;

/** Sounds that are left out of what is shown. In German "er" and "um" are words. */
const soundsOf = (own: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}'’-])(?:u+h+m*|${own}hm+|mm+|mm-?hmm|mhm|uh-?huh|ä+h*m*|ö+h*m*|ehm)(?![\\p{L}\\p{N}'’-])\\s*,?`,
    "giu",
  );
const [sounds, germanSounds] = [soundsOf("u+m+|e+r+m?|"), soundsOf("")];

/** Words that say nothing of a matter: sounds, and answers of one word. */
const idle = new Set(
  (
    "a ah aha alright actually also and anyway bye but cool course definitely eh er erm exactly fine good great guess hello hey hi hm hmm huh i it just kind know like " +
    "m maybe mean mhm mm no nah nope of oh okay ok one really right see so sort sorry sure thank thanks that the there think uh uhm um very well what yeah yep yes you " +
    "ach äh ähm also bitte danke das doch echt eben einfach es gut halt hallo ich ja jo klar mal na nee nein nun okay richtig schön sie so stimmt tja und wir wohl"
  ).split(" "),
);

/** Returns a text of the same length in which marks of noises and of broken words are blanks. */
export function withoutMarks(text: string): string {
  return text.replace(marks, (mark) => " ".repeat(mark.length));
}

/** Returns what was said as people read it: without marks, sounds and words that were begun twice. */
export function shownWords(spoken: string, language: string | null = null): string {
  const bare = withoutMarks(spoken)
    .replace(/(?<=\p{L})_(?=\p{L}|(?:\s|$))/gu, "")
    .replace(language === null || language === "en" ? sounds : germanSounds, " ")
    .replace(/\s+/gu, " ")
    .replace(/ (?=[,.!?;:])/gu, "")
    .replace(/(?<=[,.;:])(?:\s*[,;:])+/gu, "")
    .replace(/(?<![\p{L}'’])(\p{L}{1,6}(?:['’]\p{L}{1,3})?)(?:,?\s+\1)+(?![\p{L}'’])/giu, "$1")
    .replace(
      /(?<![\p{L}'’])(\p{L}{1,9}(?:['’]\p{L}{1,3})? \p{L}{1,9}),?(?: \1)+(?![\p{L}'’])/giu,
      "$1",
    )
    .replace(/^[\s,.;:–-]+/u, "")
    .replace(/\s*,?\s*(?=[.!?]$)/u, "")
    .trim();
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** Returns the words of a text in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? [];
}

/** Returns the words that say something of a matter. */
export function contentWords(text: string): string[] {
  return wordsOf(text).filter((word) => word.length > 2 && !idle.has(word));
}
